"""Spanish for what sources, cleaning and the archive say of documents: written down in English, said when shown."""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    # Links
    "The link is longer than {n} characters.": "El enlace tiene más de {n} caracteres.",
    "That is not a link that can be read.": "Eso no es un enlace que se pueda leer.",
    "Only links that start with https:// or http:// are read.": (
        "Solo se leen enlaces que empiezan por https:// o http://."
    ),
    "A link with a name or password in it is not read.": "No se lee un enlace que lleva un nombre o una contraseña.",
    "Only the web's usual ports are read (80, 443), not {port}.": (
        "Solo se leen los puertos habituales de la web (80, 443), no el {port}."
    ),
    "{host} is an address in an unusual notation, which is not read.": (
        "{host} es una dirección en una notación inusual, que no se lee."
    ),
    "{host} leads to {what}, and only public addresses are read.": (
        "{host} lleva a {what}, y solo se leen direcciones públicas."
    ),
    # Consent
    "The robots.txt of {host} asks automated readers not to read {path}.": (
        "El robots.txt de {host} pide a los lectores automáticos que no lean {path}."
    ),
    "The page asks not to be read by machines (X-Robots-Tag: {found}).": (
        "La página pide que no la lean máquinas (X-Robots-Tag: {found})."
    ),
    "The page asks not to be read by machines (robots tag: {found}).": (
        "La página pide que no la lean máquinas (etiqueta robots: {found})."
    ),
    "The page reserves its text against data mining ({place}).": (
        "La página reserva su texto frente a la minería de datos ({place})."
    ),
    "{host} reserves its text against data mining (/.well-known/tdmrep.json).": (
        "{host} reserva su texto frente a la minería de datos (/.well-known/tdmrep.json)."
    ),
    "Its robots.txt cannot be asked now: {error}": "Su robots.txt no se puede consultar ahora: {error}",
    # Servers
    "The server is busy or broken ({status}).": "El servidor está saturado o averiado ({status}).",
    "The server says that the page is {what} ({status}).": "El servidor dice que la página {what} ({status}).",
    "The server does not show the page to everybody ({status}).": "El servidor no enseña la página a todos ({status}).",
    "The server declines to send the page ({status}).": "El servidor se niega a enviar la página ({status}).",
    "The server answers with {status} in place of a page.": "El servidor responde con {status} en lugar de una página.",
    "The server did not send the page.": "El servidor no envió la página.",
    "The server says that nothing changed, although it was not asked that.": (
        "El servidor dice que nada ha cambiado, aunque no se le preguntó eso."
    ),
    "It redirects in circles.": "Redirige en círculos.",
    "It redirects more than {n} times.": "Redirige más de {n} veces.",
    "It redirects to nowhere.": "Redirige a ninguna parte.",
    "{host} did not answer {n} times in a row, and is left alone for now.": (
        "{host} no respondió {n} veces seguidas, y por ahora se le deja en paz."
    ),
    "{host} asked for a pause of {n} seconds.": "{host} pidió una pausa de {n} segundos.",
    "{host} did not answer in time.": "{host} no respondió a tiempo.",
    "The name {host} is not found.": "No se encuentra el nombre {host}.",
    "{host} cannot show that it is {same}: its certificate is not valid.": (
        "{host} no puede demostrar que es {same}: su certificado no es válido."
    ),
    "The connection to {host} failed ({error}).": "La conexión con {host} falló ({error}).",
    "It comes packed as {how}, which cannot be unpacked.": "Viene comprimida como {how}, que no se puede descomprimir.",
    "It cannot be unpacked: its compression is damaged.": "No se puede descomprimir: su compresión está dañada.",
    "It ends half-way: its compression is cut short.": "Acaba a medias: su compresión está cortada.",
    "It is larger than {n} MB.": "Ocupa más de {n} MB.",
    "It took more than {n} minutes; the rest waits for the next refresh.": (
        "Tardó más de {n} minutos; el resto espera a la próxima actualización."
    ),
    "There is no room to keep what was fetched: {error}.": "No hay sitio para guardar lo descargado: {error}.",
    # Pages and feeds
    "It is empty.": "Está vacía.",
    "It is neither a page nor a feed, but {what}.": "No es una página ni un canal, sino {what}.",
    'It is a feed, not a page: add it as kind = "feed".': 'Es un canal, no una página: añádelo con kind = "feed".',
    "It is a page, not a feed.": "Es una página, no un canal.",
    "It is a page, not a feed; its feed is {feeds}.": "Es una página, no un canal; su canal es {feeds}.",
    "The feed lists nothing.": "El canal no enumera nada.",
    "{left} of its {n} items are left aside (limit = {limit}).": (
        "Se dejan aparte {left} de sus {n} entradas (límite = {limit})."
    ),
    "Its item “{title}” has no link to a page.": "Su entrada «{title}» no tiene enlace a una página.",
    "It has no main text that can be told from the rest of the page.": (
        "No tiene un texto principal que se distinga del resto de la página."
    ),
    "It is not HTML that can be read.": "No es HTML que se pueda leer.",
    "It has no text of a story in it: all of it is page furniture.": (
        "No contiene texto de una noticia: todo es adorno de la página."
    ),
    "It could not be read ({kind}: {error}).": "No se pudo leer ({kind}: {error}).",
    # Files
    "{folder} is not a folder.": "{folder} no es una carpeta.",
    "The folder {folder} cannot be read: {error}.": "No se puede leer la carpeta {folder}: {error}.",
    "The folder cannot be read: {error}.": "No se puede leer la carpeta: {error}.",
    "{path} does not exist.": "{path} no existe.",
    "It is a link that leads out of the folder; make the folder that it leads to a source of its own.": (
        "Es un enlace que sale de la carpeta; haz de la carpeta a la que lleva una fuente propia."
    ),
    "Its name does not end in {endings}.": "Su nombre no acaba en {endings}.",
    "It is not a regular file.": "No es un archivo normal.",
    "The file is empty.": "El archivo está vacío.",
    "The file cannot be read: {error}.": "No se puede leer el archivo: {error}.",
    "The file is binary: no text encoding fits it.": (
        "El archivo es binario: no le corresponde ninguna codificación de texto."
    ),
    "Hardly anything is left of the article, so the story stays as it was; remove it if it is to go.": (
        "Del artículo no queda casi nada, así que la noticia sigue como estaba; retírala si debe desaparecer."
    ),
    "The file holds nothing but blank space.": "El archivo solo contiene espacios en blanco.",
    "{what} is too large: {size} MB, of at most {most} MB.": (
        "{what} es demasiado grande: {size} MB, de {most} MB como máximo."
    ),
    "Line {n} is binary: no text encoding fits it.": (
        "La línea {n} es binaria: no le corresponde ninguna codificación de texto."
    ),
    "Line {n} is not JSON, from column {column} on.": "La línea {n} no es JSON, desde la columna {column}.",
    "Line {n} is not JSON that can be read: it is nested too deeply or holds a number too long.": (
        "La línea {n} no es JSON que se pueda leer: está anidado en exceso o contiene un número demasiado largo."
    ),
    "Line {n} is not a JSON object, which a story is.": "La línea {n} no es un objeto JSON, y una noticia lo es.",
    "It is not JSON, from line {n} on.": "No es JSON, desde la línea {n}.",
    "It is not JSON that can be read: it is nested too deeply or holds a number too long.": (
        "No es JSON que se pueda leer: está anidado en exceso o contiene un número demasiado largo."
    ),
    "It is not JSON that can be read.": "No es JSON que se pueda leer.",
    "It is not a JSON object, which a story is.": "No es un objeto JSON, y una noticia lo es.",
    "A story is a JSON object; this is not one.": "Una noticia es un objeto JSON; esto no lo es.",
    "A story is a JSON object, or several in a list; this is neither.": (
        "Una noticia es un objeto JSON, o varios en una lista; esto no es ni lo uno ni lo otro."
    ),
    "A story needs a title, which is text.": "Una noticia necesita un título, que es texto.",
    "A story needs passages, a list of texts or of objects with a text.": (
        "Una noticia necesita pasajes: una lista de textos o de objetos con un texto."
    ),
    "Its passages: item {n} has no text.": "Sus pasajes: el elemento {n} no tiene texto.",
    "It has no text of a story in it: its passages are blank.": (
        "No contiene texto de una noticia: sus pasajes están en blanco."
    ),
    "Its url is not an http or https link.": "Su url no es un enlace http o https.",
    "Its {field}: {error}.": "Su {field}: {error}.",
    # The archive
    "The archive {path} is damaged or cut short; restore a copy, or move it away and load again.": (
        "El archivo de datos {path} está dañado o incompleto; restaura una copia, o apártalo y carga de nuevo."
    ),
    "The archive {path} cannot be used: {error}.": "El archivo de datos {path} no se puede usar: {error}.",
    "The archive {path} is locked by another program; try again when that one has finished.": (
        "Otro programa tiene bloqueado el archivo de datos {path}; prueba de nuevo cuando haya acabado."
    ),
    "The archive {path} is read-only; make the file and its folder writable to change it.": (
        "El archivo de datos {path} es de solo lectura; para cambiarlo, permite escribir en él y en su carpeta."
    ),
    "The archive {path} is read-only; make the file and its folder writable.": (
        "El archivo de datos {path} es de solo lectura; permite escribir en él y en su carpeta."
    ),
    "{path} is not an onrecord archive; name another file, or move this one away.": (
        "{path} no es un archivo de datos de onrecord; indica otro, o aparta este."
    ),
    "The archive {path} could not be written: {error}.": "El archivo de datos {path} no se pudo escribir: {error}.",
    "The process that wrote the archive {path} ended before it was done; refresh again.": (
        "El proceso que escribía el archivo de datos {path} acabó antes de tiempo; actualiza de nuevo."
    ),
    "There is no room left on the disk of the archive {path}; free some and try again.": (
        "No queda sitio en el disco del archivo de datos {path}; libera espacio y prueba de nuevo."
    ),
    "The archive {path} cannot be opened; check that its folder exists and may be written to.": (
        "El archivo de datos {path} no se puede abrir; comprueba que su carpeta existe y que se puede escribir en ella."
    ),
    "The archive {path} cannot be opened: {error}.": "El archivo de datos {path} no se puede abrir: {error}.",
    "The archive {path} was written by a newer onrecord (format {format}, this one knows {known}); update onrecord,"
    " or name another archive.": (
        "El archivo de datos {path} lo escribió un onrecord más nuevo (formato {format}, este conoce el {known});"
        " actualiza onrecord, o indica otro archivo de datos."
    ),
    "The archive {path} cannot be made: there is no folder {folder}.": (
        "El archivo de datos {path} no se puede crear: no hay carpeta {folder}."
    ),
    "The archive {path} is closed.": "El archivo de datos {path} está cerrado.",
    "The archive {path} is being read by another program; purge again in a moment.": (
        "Otro programa está leyendo el archivo de datos {path}; purga de nuevo en un momento."
    ),
    "{name} is no name of a desk; use up to 40 of a-z, 0-9, _ and -.": (
        "{name} no es nombre de una mesa; usa hasta 40 de a-z, 0-9, _ y -."
    ),
    "{trouble} What it told before stays, in case this is a mishap; delete or remove it if that is to go.": (
        "{trouble} Lo que contaba antes se queda, por si es un percance; para que se vaya, bórralo o quítalo."
    ),
    # Removal
    "There is nothing of this story to remove.": "No hay nada de esta noticia que quitar.",
    "There is nothing of this source to remove.": "No hay nada de esta fuente que quitar.",
    "There is nothing from this site to remove.": "No hay nada de este sitio que quitar.",
    "There is no removal {n}.": "No hay ninguna retirada {n}.",
    "There is no removal {n} to purge.": "No hay ninguna retirada {n} que purgar.",
    "Removal {n} is undone already.": "La retirada {n} ya está deshecha.",
    "Removal {n} was purged: its text is gone, and what it removed stays out.": (
        "La retirada {n} se purgó: su texto ya no existe, y lo que quitó no vuelve."
    ),
    "It was removed on {date}: {reason}": "Se quitó el {date}: {reason}",
    "It was removed on {date}.": "Se quitó el {date}.",
}
"""Each with as many fields as the English sentence, whatever they are called there."""

PHRASES: Mapping[str, str] = {
    # In place of a field
    "gone for good": "ha desaparecido para siempre",
    "not there": "no está",
    "something that is no text": "algo que no es texto",
    "plain text": "texto sin formato",
    "without a title": "sin título",
    "The file": "El archivo",
    "tdm-reservation tag": "etiqueta tdm-reservation",
    "tdm-reservation header": "cabecera tdm-reservation",
    # Where an address leads that is not public
    "no address that can be checked": "ninguna dirección que se pueda comprobar",
    "the bot's own machine": "la propia máquina del bot",
    "a private network": "una red privada",
    "a provider's inner network": "la red interna de un proveedor",
    "the local link": "una red de enlace local",
    "the local link, where clouds keep their keys": "una red de enlace local, donde las nubes guardan sus claves",
    "a cloud's inner service": "un servicio interno de una nube",
    "a multicast group": "un grupo de multidifusión",
    "a reserved range": "un rango reservado",
    "a range for examples": "un rango para ejemplos",
    "a range for measurements": "un rango para mediciones",
    "a retired relay": "un repetidor retirado",
    "an IPv4 address in disguise": "una dirección IPv4 disfrazada",
    # Why a line is not part of the story
    "about the author": "sobre quien firma",
    "advertisement slot": "espacio publicitario",
    "affiliate notice": "aviso de afiliación",
    "agency or desk as author": "agencia o redacción como firma",
    "among furniture": "entre adornos de la página",
    "app promotion": "promoción de una aplicación",
    "breadcrumbs": "ruta de navegación",
    "browser notice": "aviso del navegador",
    "byline": "firma",
    "comments": "comentarios",
    "cookie notice": "aviso de cookies",
    "copyright line": "línea de derechos",
    "counter": "contador",
    "developing-story notice": "aviso de noticia en desarrollo",
    "disclaimer": "descargo de responsabilidad",
    "distribution credit": "crédito de distribución",
    "donation appeal": "petición de donativos",
    "embedded post": "publicación incrustada",
    "end mark": "marca de fin",
    "exchange promotion": "promoción de una bolsa",
    "feedback box": "recuadro de opinión",
    "follow us": "síguenos",
    "hashtags or tags": "etiquetas",
    "hat tip": "agradecimiento",
    "heading of a text box": "título de un recuadro",
    "heading without text": "título sin texto",
    "image credit": "crédito de imagen",
    "in print": "en papel",
    "kind of text": "género del texto",
    "label above the headline": "rótulo sobre el titular",
    "navigation": "navegación",
    "newsletter pitch": "promoción de un boletín",
    "outside the article": "fuera del artículo",
    "paywall notice": "aviso de pago",
    "picture gallery": "galería de imágenes",
    "placeholder": "relleno",
    "poll or quiz": "encuesta o test",
    "price ticker": "cotizaciones",
    "print or permalink": "imprimir o enlace permanente",
    "publication date": "fecha de publicación",
    "read time": "tiempo de lectura",
    "read-more link": "enlace para leer más",
    "related story": "noticia relacionada",
    "relative date": "fecha relativa",
    "repeats the headline": "repite el titular",
    "reporting credits": "créditos de la información",
    "says a machine wrote it": "dice que lo escribió una máquina",
    "share buttons": "botones para compartir",
    "source line": "línea de fuente",
    "source link": "enlace a la fuente",
    "syndication line": "línea de sindicación",
    "tip box": "buzón de pistas",
    "translation notice": "aviso de traducción",
    "trust notice": "aviso de confianza",
    "video or audio player": "reproductor de vídeo o audio",
}
"""What has no full stop: reasons for which a line was dropped, and what may stand in a sentence's field."""
