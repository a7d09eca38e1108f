import discord

from onrecord.errors import OnRecordError

if not (hasattr(discord.ui, "LayoutView") and hasattr(discord.ui, "DynamicItem")):
    raise OnRecordError(
        f"onrecord needs discord.py 2.7 or newer, and finds {discord.__title__} {discord.__version__} in its place; "
        "it runs in bots that are written with discord.py."
    )
