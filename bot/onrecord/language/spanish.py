"""Spanish: each sentence of the bot, what its commands and options are called, and the months.

A story is a «noticia», what somebody said a «cita», who published something a «medio»; members are «tú».
"""

from __future__ import annotations

from collections.abc import Mapping

MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()

NAMES: Mapping[str, str] = {
    "summary": "resumen",
    "quotes": "citas",
    "check": "verificar",
    "who": "quién",
    "related": "relacionadas",
    "stories": "noticias",
    "ask": "preguntar",
    "story": "noticia",
    "speaker": "de",
    "about": "sobre",
    "quote": "cita",
    "name": "nombre",
    "search": "buscar",
    "question": "pregunta",
}

SENTENCES: Mapping[str, str] = {
    # Commands and options, as Discord lists them
    "The news coverage on record": "Las noticias que constan aquí",
    "What a story says, in a few points": "Lo que dice una noticia, en pocos puntos",
    "Words of its title, or its link": "Palabras del título, o el enlace",
    "Who said what, in their exact words": "Quién dijo qué, con sus palabras exactas",
    "Whose words: a name, or part of one": "Quién lo dijo: un nombre, o parte de él",
    "A topic": "Un tema",
    "Words of a title, or a link": "Palabras de un título, o un enlace",
    "Did somebody really say that?": "¿De verdad alguien dijo eso?",
    "The quotation to check": "La cita que quieres verificar",
    "Who is supposed to have said it": "Quién se supone que lo dijo",
    "Who somebody is, and where they come up": "Quién es alguien y dónde aparece",
    "A person or an organisation": "Una persona o una organización",
    "The original, other reports, and where to read on": "La noticia original, otras versiones y dónde seguir leyendo",
    "The newest stories": "Las noticias más recientes",
    "What they should be about": "De qué deben tratar",
    "There are more; say what they should be about, with search.": "Hay más; indica de qué deben tratar, con buscar.",
    "Ask the coverage a question": "Hazles una pregunta a las noticias",
    "In a sentence": "En una frase",
    "Check this quote": "Verificar esta cita",
    "Find coverage": "Buscar noticias",
    # What was asked cannot be understood
    "There is no command {typed}.": "No existe el comando {typed}.",
    "Which command?": "¿Qué comando?",
    "{command} has no option {typed}.": "{command} no tiene la opción {typed}.",
    "Say what {typed} is:": "Indica qué es {typed}:",
    "There are no words in {name}: {typed}.": "No hay palabras en «{name}»: {typed}.",
    "That is too long for {name}: {n} characters at most, please.": (
        "Es demasiado largo para «{name}»: {n} caracteres como máximo, por favor."
    ),
    "What would you like to know? Ask in a sentence.": "¿Qué te gustaría saber? Pregúntalo en una frase.",
    "Give at least {n} words of the quotation, so that it can be told apart.": (
        "Escribe al menos {n} palabras de la cita para poder distinguirla."
    ),
    "Anybody may have said that. Give more of the quotation.": (
        "Eso lo puede haber dicho cualquiera. Escribe más de la cita."
    ),
    "Whose words? Give one of these: {options}.": "¿Las palabras de quién? Usa una de estas opciones: {options}.",
    "Related to which story? Give a few words of its title, or its link.": (
        "¿Relacionadas con qué noticia? Escribe algunas palabras de su título, o su enlace."
    ),
    "Which story? Give a few words of its title, or its link.": (
        "¿Qué noticia? Escribe algunas palabras de su título, o su enlace."
    ),
    "Whom do you mean? Give a name.": "¿A quién te refieres? Escribe un nombre.",
    "Who? Give a name, or part of one.": "¿Quién? Escribe un nombre, o parte de él.",
    # What was asked for is not there
    "No story matches {typed} well enough.": "Ninguna noticia se parece lo suficiente a {typed}.",
    "No story in the coverage matches {typed}.": "Ninguna de las noticias corresponde a {typed}.",
    "No story in the coverage is about {topic}.": "Ninguna de las noticias trata de {topic}.",
    "There is no coverage here yet.": "Aquí todavía no hay noticias.",
    "Nobody in the coverage is called {typed}.": "En las noticias no aparece nadie llamado {typed}.",
    "{typed} stands in the coverage, but who that is could not be told.": (
        "{typed} aparece en las noticias, pero no se ha podido saber quién es."
    ),
    "Did you mean this one?": "¿Querías decir esto?",
    "Did you mean one of these?": "¿Querías decir algo de esto?",
    "{typed} may be {name}, or somebody else in the coverage.": (
        "{typed} puede ser {name} u otra persona de las noticias."
    ),
    "{typed} could be more than one of those in the coverage. Whom do you mean?": (
        "{typed} puede ser más de una persona de las noticias. ¿A quién te refieres?"
    ),
    "The coverage cannot be read just now. Please try again later.": (
        "Ahora mismo no se pueden leer las noticias. Vuelve a intentarlo más tarde, por favor."
    ),
    "The coverage does not answer {typed}.": "Las noticias no responden a {typed}.",
    "{who} is in the coverage, but nothing they said is on record.": (
        "{who} aparece en las noticias, pero no consta nada que haya dicho."
    ),
    "{who} is in the coverage, but nothing they said about {topic} is on record.": (
        "{who} aparece en las noticias, pero no consta nada que haya dicho sobre {topic}."
    ),
    "{who} is quoted in the coverage, but not in {story}.": "Hay citas de {who} en las noticias, pero no en {story}.",
    "{who} is quoted in the coverage, but not about {topic}.": (
        "Hay citas de {who} en las noticias, pero no sobre {topic}."
    ),
    "{who} is quoted in the coverage, but not about {topic} in {story}.": (
        "Hay citas de {who} en las noticias, pero no sobre {topic} en {story}."
    ),
    "There as: {role}": "Aparece como: {role}",
    "Nobody is quoted in {story}.": "En {story} no se cita a nadie.",
    "Nothing that anybody said about {topic} is on record.": "No consta nada que alguien haya dicho sobre {topic}.",
    "Nothing that anybody said about {topic} is on record in {story}.": (
        "No consta nada que alguien haya dicho sobre {topic} en {story}."
    ),
    "Not in the coverage: nobody is on record with {typed}.": (
        "No está en las noticias: no consta que nadie haya dicho {typed}."
    ),
    # A quotation checked
    "Verbatim: {who} said exactly that.": "Textual: {who} dijo exactamente eso.",
    "Verbatim, but not by {wrong}: {who} said exactly that.": (
        "Textual, pero no de {wrong}: {who} dijo exactamente eso."
    ),
    "Verbatim, but cut: {who} said more in the same breath, which may change the sense.": (
        "Textual, pero recortada: {who} dijo algo más a continuación o justo antes, y eso puede cambiar el sentido."
    ),
    "Verbatim, but cut, and not by {wrong}: {who} said more in the same breath, which may change the sense.": (
        "Textual, pero recortada, y no de {wrong}: {who} dijo algo más a continuación o justo antes, "
        "y eso puede cambiar el sentido."
    ),
    "Verbatim, but cut: {who} did not say this in one breath.": (
        "Textual, pero recortada: {who} no dijo esto de una vez."
    ),
    "Only the first speaker’s words were checked; give the others’ by themselves.": (
        "Solo se han comprobado las palabras de quien habla primero; indica las demás por separado."
    ),
    "The nearest is this.": "Lo más parecido es esto.",
    "Altered by a letter or two, if only by a slip of the finger: {who} said it differently.": (
        "Alterada en una o dos letras, quizá solo por un descuido al teclear: {who} lo dijo de otra manera."
    ),
    "Altered: {who} said it differently.": "Alterada: {who} lo dijo de otra manera.",
    "Altered, but not by {wrong}: {who} said it differently.": (
        "Alterada, y no de {wrong}: {who} lo dijo de otra manera."
    ),
    "somebody whose name could not be told": "alguien cuyo nombre no se pudo determinar",
    "somebody whom it does not name": "alguien a quien no nombra",
    "the {name}": "{name}",
    "Whether it was {name} cannot be told from the story.": "Por la noticia no se puede saber si fue {name}.",
    "Not as a quotation: a story reports something like it of {who}, in words of its own.": (
        "No como cita: una noticia atribuye algo parecido a {who}, con sus propias palabras."
    ),
    "Reported, not quoted: these are the story’s own words for what {who} said.": (
        "Referida, no citada: así cuenta la noticia, con sus propias palabras, lo que dijo {who}."
    ),
    "In the coverage, but not as a quotation: these are the story’s own words.": (
        "Está en las noticias, pero no como cita: son palabras de la propia noticia."
    ),
    "What stands around it": "Lo que hay alrededor",
    "[your words]": "[tus palabras]",
    "Where it differs (as you have it → as it was said)": "En qué se diferencia (como tú la tienes → como se dijo)",
    "[not said: {words}]": "[no lo dijo: {words}]",
    "[left out: {words}]": "[falta: {words}]",
    # Quotes
    "What {who} said": "Lo que dijo {who}",
    "What {who} said about {topic}": "Lo que dijo {who} sobre {topic}",
    "Who said what": "Quién dijo qué",
    "Who said what about {topic}": "Quién dijo qué sobre {topic}",
    "{heading}, in {story}": "{heading}, en {story}",
    "the first {n}; {more} more with {about}: or {story}: to narrow it": (
        "las primeras {n}; con {about}: o {story}: puedes acotar las otras {more}"
    ),
    "Speaker not named": "No se nombra quién habla",
    "{who} (quoted in part)": "{who} (citado en parte)",
    "{who} (reported, not quoted)": "{who} (en palabras de la noticia)",
    "{mention}, not named": "{mention}, sin nombre",
    "also in {names}": "también en {names}",
    "in part also in {names}": "en parte también en {names}",
    "also in {names}, in other words": "también en {names}, con otras palabras",
    "{names} and {last}": "{names} y {last}",
    "another story": "otra noticia",
    # Stories and where they come from
    "Sources": "Fuentes",
    "Try:": "Prueba con:",
    "publisher not stated": "no se indica el medio",
    "publisher and date not stated": "no se indican el medio ni la fecha",
    "date not stated": "no se indica la fecha",
    "reposted by {names}": "republicada por {names}",
    "the page says it is AI-generated (written by a machine)": (
        "la página dice que se generó con IA (la escribió una máquina)"
    ),
    "this page says it was written by a machine": "esta página dice que la escribió una máquina",
    "at {host}": "en {host}",
    "Stories about {topic}": "Noticias sobre {topic}",
    "Also told by {name}.": "También la cuenta {name}.",
    "a page that names no publisher": "una página que no indica su medio",
    "The article has changed since it was first read; this is version {n}.": (
        "El artículo ha cambiado desde que se leyó por primera vez; esta es la versión {n}."
    ),
    "The page has no headline; the title above is from its first sentence.": (
        "La página no tiene titular; el título de arriba sale de su primera frase."
    ),
    "The original": "La original",
    "The publisher": "El medio",
    "{publisher}; the page gives no link to it.": "{publisher}; la página no da ningún enlace.",
    "The page does not say where it was first published.": "La página no dice dónde se publicó primero.",
    "The same event, told by another outlet": "El mismo hecho, contado por otro medio",
    "The page itself points to": "La propia página remite a",
    "Other stories with the same people": "Otras noticias con las mismas personas",
    "with {names}": "con {names}",
    # Who is who
    "{name} (an organisation)": "{name} (una organización)",
    "In the coverage": "En las noticias",
    "one of the {group}": "entre los «{group}»",
    "Named in one story": "Aparece en una noticia",
    "Named in {n} stories": "Aparece en {n} noticias",
    "Named in {n} stories by {m} outlets": "Aparece en {n} noticias de {m} medios",
    "Named in {n} stories by at least {m} outlets": "Aparece en {n} noticias de al menos {m} medios",
    "{told}; not quoted.": "{told}; sin citas.",
    "{told}; on record once.": "{told}; consta una cita.",
    "{told}; on record twice.": "{told}; constan dos citas.",
    "{told}; on record {n} times.": "{told}; constan {n} citas.",
    "Not the only one of that name here: {names}.": "Aquí hay más de uno con ese nombre: {names}.",
    # In Discord
    "Read": "Leer",
    "In the coverage:": "En las noticias:",
    "Share": "Compartir",
    "shared by {name}": "compartido por {name}",
    "continued": "continuación",
    "page {page} of {count}": "página {page} de {count}",
    "One moment, please: you can ask again in a second.": (
        "Un momento, por favor: podrás preguntar de nuevo en un segundo."
    ),
    "One moment, please: you can ask again in {n} seconds.": (
        "Un momento, por favor: podrás preguntar de nuevo en {n} segundos."
    ),
    "There are no words in that message.": "En ese mensaje no hay palabras.",
    "Only who asked can use these buttons. Ask for yourself with {command}.": (
        "Solo quien preguntó puede usar estos botones. Haz tu propia pregunta con {command}."
    ),
    "This button is from an older version. Please ask again.": (
        "Este botón es de una versión anterior. Vuelve a preguntar, por favor."
    ),
    "This command is being changed. Please try again in a minute.": (
        "Este comando está cambiando. Vuelve a intentarlo en un minuto, por favor."
    ),
    "Something went wrong here. It has been noted; please try again.": (
        "Algo ha salido mal. Ya está anotado; vuelve a intentarlo, por favor."
    ),
    # On a terminal
    "What can be asked": "Lo que se puede preguntar",
    "Leave the prompt; so does Ctrl-D": "Sale de aquí; Ctrl-D también",
    "{stories} stories, {quotes} quotes on record. Slash commands as in Discord; Tab completes, /help lists"
    " them, /quit leaves. Start with /stories.": (
        "Noticias registradas: {stories}; citas: {quotes}. Comandos como en Discord, con sus nombres en inglés; Tab"
        " completa, /help los enumera, /quit sale. Empieza con /stories."
    ),
    "Looking": "Mirando",
    "Reading the coverage": "Leyendo las noticias",
    "{n} documents": "{n} documentos",
    "{path} is no file.": "{path} no es un archivo.",
    "{path} cannot be read: {error}.": "{path} no se puede leer: {error}.",
    "{path} cannot be written: {error}.": "{path} no se puede escribir: {error}.",
    "Written: {name}": "Escrito: {name}",
    "Discord would not show this answer. It has been noted.": (
        "Discord no quiso mostrar esta respuesta. Ya está anotado."
    ),
}
