"""Spanish at the moderators' desk, which is «la mesa»; a source is a «fuente», a refresh an «actualización»."""

from __future__ import annotations

from collections.abc import Mapping

NAMES: Mapping[str, str] = {
    "coverage": "cobertura",
    "add": "añadir",
    "refresh": "actualizar",
    "cancel": "cancelar",
    "remove": "quitar",
    "undo": "deshacer",
    "purge": "purgar",
    "sources": "fuentes",
    "status": "estado",
    "log": "registro",
    "export": "exportar",
    "preview": "vista-previa",
    "link": "enlace",
    "file": "archivo",
    "source": "fuente",
    "host": "sitio",
    "reason": "motivo",
    "entry": "entrada",
    "sure": "seguro",
    "before": "antes",
}

SENTENCES: Mapping[str, str] = {
    # Commands and options, as Discord lists them
    "Sources, refresh, removal: the moderators' desk": ("Fuentes, actualización, retirada: la mesa de quienes moderan"),
    "Add a page, a feed or a file to what this server sees": (
        "Añade una página, un canal o un archivo a lo que ve este servidor"
    ),
    "A page or a feed: which of them is found out by looking": (
        "Una página o un canal: cuál de los dos es se averigua solo"
    ),
    "A .txt, .md, .html, .json or .jsonl file": "Un archivo .txt, .md, .html, .json o .jsonl",
    "Read this server's sources again": "Vuelve a leer las fuentes de este servidor",
    "Stop the refresh that is under way": "Detiene la actualización en curso",
    "Take a story, a source, or all from a host out of what this server sees": (
        "Quita una noticia, una fuente o todo un sitio de lo que ve este servidor"
    ),
    "Its link or name, from the list of sources": "Su enlace o su nombre, de la lista de fuentes",
    "A site, with all that it published": "Un sitio, con todo lo que ha publicado",
    "Why; it is kept in the log": "Por qué; queda en el registro",
    "Undo the last removal or addition": "Deshace lo último que se quitó o se añadió",
    "A number from the log; without one, the last": "Un número del registro; sin él, lo último",
    "Delete removed text for good; asks again first": "Borra para siempre el texto retirado; antes vuelve a preguntar",
    "yes, once you have been asked": "sí, cuando se te haya preguntado",
    "Where the coverage comes from, and how reading it goes": "De dónde vienen las noticias y cómo va su lectura",
    "Counts, sizes and versions": "Cantidades, tamaños y versiones",
    "Who did what, and when": "Quién hizo qué, y cuándo",
    "Entries older than this number": "Entradas anteriores a este número",
    "The coverage as files: JSON Lines and CSV": "Las noticias como archivos: JSON Lines y CSV",
    "What a page would become, and what would be dropped and why": (
        "En qué se convertiría una página, y qué se descartaría y por qué"
    ),
    "A page or a feed; nothing of it is kept": "Una página o un canal; no se guarda nada",
    # Who may
    "{command} is for moderators: those who may manage this server.": (
        "{command} es para quienes moderan: quienes pueden administrar este servidor."
    ),
    # Adding and previewing
    "What is to be added: a link, or a file?": "¿Qué quieres añadir: un enlace o un archivo?",
    "Which link is it?": "¿Qué enlace es?",
    "Only links that start with https:// or http:// are read.": (
        "Solo se leen enlaces que empiezan por https:// o http://."
    ),
    "No file came with the command.": "El comando no traía ningún archivo.",
    "Discord did not hand over the file. Please try again.": (
        "Discord no entregó el archivo. Vuelve a intentarlo, por favor."
    ),
    "{name} is too large: {size} MB, of at most {most} MB.": (
        "{name} es demasiado grande: {size} MB, de un máximo de {most} MB."
    ),
    "The server did not send the page.": "El servidor no envió la página.",
    "There is no story in it.": "No contiene ninguna noticia.",
    "Added the page “{name}”.": "Se ha añadido la página «{name}».",
    "Added the feed “{name}”.": "Se ha añadido el canal «{name}».",
    "Added the file “{name}”.": "Se ha añadido el archivo «{name}».",
    "The page names a feed of its own, which is a source too.": (
        "La página indica un canal propio, que también puede ser una fuente."
    ),
    "This file is covered already: {name}.": "Este archivo ya está incluido: {name}.",
    "This desk has {n} sources, and may have no more.": "Esta mesa tiene {n} fuentes y no puede tener más.",
    "It is a source of this desk already.": "Ya es una fuente de esta mesa.",
    "It is a source of the shared coverage already.": "Ya es una fuente de las noticias compartidas.",
    "Its story is in the coverage already: “{title}”.": "Su noticia ya está incluida: «{title}».",
    "{by} removed this on {day} ({reason}). {command} brings it back.": (
        "{by} quitó esto el {day} ({reason}). Con {command} vuelve."
    ),
    "{by} removed this on {day} ({reason}). It was purged since, and stays out.": (
        "{by} quitó esto el {day} ({reason}). Después se purgó, y ya no vuelve."
    ),
    "A feed with one item: “{name}”": "Un canal con una entrada: «{name}»",
    "A feed with {n} items: “{name}”": "Un canal con {n} entradas: «{name}»",
    "without a link": "sin enlace",
    "By {names}": "Por {names}",
    "… and {n} more": "… y {n} más",
    "… and {n} more passages": "… y {n} pasajes más",
    "… and {n} more quotes": "… y {n} citas más",
    "… and {n} more, in the file": "… y {n} más, en el archivo",
    "Would be dropped": "Se descartaría",
    # Refreshing
    "{new} new, {changed} changed, {unchanged} unchanged, {gone} gone, {skipped} skipped.": (
        "Nuevas: {new}, cambiadas: {changed}, sin cambios: {unchanged}, desaparecidas: {gone}, omitidas: {skipped}."
    ),
    "Skipped": "Omitidas",
    "{new} new, {changed} changed, {gone} gone, {skipped} skipped, {troubled} in trouble": (
        "nuevas: {new}, cambiadas: {changed}, desaparecidas: {gone}, omitidas: {skipped}, con problemas: {troubled}"
    ),
    "gone: {titles}": "desaparecidas: {titles}",
    "Gone": "Desaparecidas",
    "New": "Nuevas",
    "Told before, and now by this too": "Ya estaban, y ahora también las cuenta esto",
    "{title} (something else tells it still)": "{title} (otra fuente aún la cuenta)",
    "Sources in trouble": "Fuentes con problemas",
    "This desk has no sources of its own yet.": "Esta mesa aún no tiene fuentes propias.",
    "A refresh of this desk is under way already, started by {by}.": (
        "Ya hay una actualización de esta mesa en curso, iniciada por {by}."
    ),
    "The refresh was stopped by {by}; nothing has changed.": "{by} detuvo la actualización; nada ha cambiado.",
    "the bot, which is closing": "El bot, que se está cerrando,",
    "The refresh that {by} started is being stopped.": "Se está deteniendo la actualización que inició {by}.",
    "No refresh is under way.": "No hay ninguna actualización en curso.",
    "{done} of {sources} sources": "{done} de {sources} fuentes",
    "{source}: {seen} documents": "{source}: {seen} documentos",
    "Stop": "Detener",
    # Removing, undoing, purging
    "What is to be removed: a story, a source, or all from a host?": (
        "¿Qué quieres quitar: una noticia, una fuente o todo un sitio?"
    ),
    "Why? The reason is kept in the log.": "¿Por qué? El motivo queda en el registro.",
    "No source is called {typed}.": "Ninguna fuente se llama {typed}.",
    "{typed} could be more than one source. Which do you mean?": (
        "{typed} puede ser más de una fuente. ¿A cuál te refieres?"
    ),
    "{typed} is no site; one is called as in example.org.": ("{typed} no es un sitio; uno se llama como example.org."),
    "Removed {name}: one story.": "Se ha quitado {name}: una noticia.",
    "Removed {name}: {n} stories.": "Se ha quitado {name}: {n} noticias.",
    "No refresh brings it back. It can be undone until it is purged.": (
        "Ninguna actualización lo traerá de vuelta. Se puede deshacer hasta que se purgue."
    ),
    "There is nothing to undo.": "No hay nada que deshacer.",
    "Nothing since the last purge is left to undo. What is older is undone by its number: see {command}.": (
        "Desde la última purga no queda nada que deshacer. Lo anterior se deshace con su número: véase {command}."
    ),
    "There is no entry {n} in the log.": "No hay ninguna entrada {n} en el registro.",
    "Entry {n} of the log is nothing that can be undone.": "La entrada {n} del registro no se puede deshacer.",
    "What entry {n} of the log did does not stand any more.": (
        "Lo que hizo la entrada {n} del registro ya no está en pie."
    ),
    "{typed} is no number of the log.": "{typed} no es un número del registro.",
    "added by mistake": "añadido por error",
    "Taken back: {about}, with one story.": "Se ha retirado: {about}, con una noticia.",
    "Taken back: {about}, with {n} stories.": "Se ha retirado: {about}, con {n} noticias.",
    "Brought back: {about}.": "Ha vuelto: {about}.",
    "Not all of it is back: another removal keeps out the rest.": (
        "No ha vuelto todo: otra retirada deja fuera el resto."
    ),
    "This was undone, and yet nothing is back: {about} is gone from its sources, or something else that was removed"
    " keeps it out.": (
        "Se ha deshecho, pero nada vuelve: {about} ya no está en sus fuentes, u otra retirada impide que vuelva."
    ),
    "There is nothing to purge.": "No hay nada que purgar.",
    "Delete one removal’s text for good?": "¿Borrar para siempre el texto de una retirada?",
    "Delete the text of {n} removals for good?": "¿Borrar para siempre el texto de {n} retiradas?",
    "Nobody can undo that: what was removed stays out for good. The log keeps who did it.": (
        "Nadie puede deshacerlo: lo que se quitó no vuelve nunca. El registro guarda quién lo hizo."
    ),
    "{about} ({reason}, {by})": "{about} (motivo: {reason}; {by})",
    "Purged one removal: its text is gone.": "Se ha purgado una retirada: su texto ya no existe.",
    "Purged {n} removals: their text is gone.": "Se han purgado {n} retiradas: su texto ya no existe.",
    "Purged one removal.": "Se ha purgado una retirada.",
    "Purged {n} removals.": "Se han purgado {n} retiradas.",
    "One story is of the shared coverage: it stays hidden here for good, and its text stays there for everybody"
    " else.": (
        "Una noticia es de las compartidas: aquí queda oculta para siempre, y su texto sigue allí para los demás."
    ),
    "{n} stories are of the shared coverage: they stay hidden here for good, and their text stays there for everybody"
    " else.": (
        "{n} noticias son de las compartidas: aquí quedan ocultas para siempre, y su texto sigue allí para los demás."
    ),
    "a story": "una noticia",
    "reason: {reason}": "motivo: {reason}",
    # Seeing
    "There are no sources yet.": "Todavía no hay fuentes.",
    "One source": "Una fuente",
    "{n} sources": "{n} fuentes",
    "page": "página",
    "feed": "canal",
    "file": "archivo",
    "folder": "carpeta",
    "added by {by}": "añadida por {by}",
    "shared with everybody": "compartida con todos",
    "removed here on {day}: {reason}": "quitada aquí el {day}: {reason}",
    "not read yet": "aún sin leer",
    "last read on {at}": "leída por última vez el {at}",
    "never read so far": "no se ha podido leer hasta ahora",
    "next on {at}": "la próxima vez, el {at}",
    "The folder cannot be read.": "No se puede leer la carpeta.",
    "Trouble: {reason}": "Problema: {reason}",
    "One story is seen here": "Aquí se ve una noticia",
    "{n} stories are seen here": "Aquí se ven {n} noticias",
    "Of this desk: stories {stories}, quotes {quotes}, removed documents {removed}, on disk {size}": (
        "De esta mesa: noticias {stories}, citas {quotes}, documentos retirados {removed}, en disco {size}"
    ),
    "Shared with everybody: stories {stories}, quotes {quotes}, on disk {size}": (
        "Compartido con todos: noticias {stories}, citas {quotes}, en disco {size}"
    ),
    "A refresh is under way since {at}, started by {by}": (
        "Hay una actualización en curso desde el {at}, iniciada por {by}"
    ),
    "Refreshed about every {hours} hours": "Se actualiza cada {hours} horas, más o menos",
    "No refresh on schedule": "No hay actualización programada",
    "Archive format {schema}, reader {reader}": "Formato del archivo {schema}, lector {reader}",
    "What was done at this desk": "Lo que se hizo en esta mesa",
    "The log has nothing older.": "El registro no tiene nada anterior.",
    "Nothing has been done here yet.": "Aquí aún no se ha hecho nada.",
    "added": "se añadió",
    "removed": "se quitó",
    "taken back": "se retiró",
    "brought back": "volvió",
    "purged": "se purgó",
    "refreshed": "se actualizó",
    "stopped": "se detuvo",
    "There are no stories to export.": "No hay noticias que exportar.",
    "One story exported": "Una noticia exportada",
    "{n} stories exported": "{n} noticias exportadas",
    "Of the shared coverage, the file holds where each story is to be found, not its text.": (
        "De las noticias compartidas, el archivo indica dónde se encuentra cada una, no su texto."
    ),
    "A file is left out: it is larger than Discord takes.": (
        "Falta un archivo: es más grande de lo que admite Discord."
    ),
}
