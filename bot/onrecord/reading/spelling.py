"""One spelling of a word, however it is typed: what nobody would take for another word.

British and American spellings, apostrophes and the commonest misspellings are one word each. Any other slip may be
another word ("bother", "goats"), and stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

_OUR = re.compile(
    r"(arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav"
    r"|splend|tum|val|vap|vig)our"
)
_DOUBLED = re.compile(
    r"(barrel|cancel|channel|counsel|dial|duel|equal|fuel|funnel|grovel|initial|jewel|label|level|marvel|model|panel"
    r"|quarrel|rival|shovel|signal|snorkel|total|travel|tunnel)l(?=ed|ing|er|or|ous)"
)
_S_OR_Z = re.compile(r"(?<=....[iy])s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)")
"""Also where only an s is right, as in "surprise": no two words differ by that letter there; nor by "ei" and "ie"."""


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


_BRITISH = _pairs(
    """centre=center centres=centers centred=centered theatre=theater theatres=theaters metre=meter metres=meters
    kilometre=kilometer kilometres=kilometers centimetre=centimeter centimetres=centimeters litre=liter litres=liters
    fibre=fiber fibres=fibers calibre=caliber lustre=luster meagre=meager sombre=somber spectre=specter
    manoeuvre=maneuver manoeuvres=maneuvers dialogue=dialog dialogues=dialogs catalogue=catalog catalogues=catalogs
    analogue=analog licence=license licences=licenses defence=defense defences=defenses offence=offense
    offences=offenses pretence=pretense practise=practice practises=practices practised=practiced
    practising=practicing fulfil=fulfill fulfils=fulfills fulfilment=fulfillment skilful=skillful wilful=willful
    enrol=enroll enrolment=enrollment instalment=installment instalments=installments jewellery=jewelry woollen=woolen
    programme=program programmes=programs grey=gray greys=grays plough=plow ploughs=plows mould=mold sceptic=skeptic
    sceptics=skeptics sceptical=skeptical scepticism=skepticism aluminium=aluminum moustache=mustache pyjamas=pajamas
    cosy=cozy tyre=tire tyres=tires cheque=check cheques=checks artefact=artifact artefacts=artifacts sulphur=sulfur
    ageing=aging judgement=judgment judgements=judgments acknowledgement=acknowledgment advisor=adviser
    advisors=advisers anaesthetic=anesthetic paediatric=pediatric paediatrician=pediatrician
    encyclopaedia=encyclopedia archaeology=archeology mediaeval=medieval foetus=fetus ok=okay"""
)
_MISSPELT = _pairs(
    """accomodate=accommodate acommodate=accommodate accomodation=accommodation adn=and accross=across adress=address
    adresses=addresses agressive=aggressive allready=already altough=although allways=always apparant=apparent
    arguement=argument beacuse=because becasue=because becuase=because becuse=because begining=beginning
    belive=believe buisness=business bussiness=business carefull=careful collegue=colleague collegues=colleagues
    comming=coming commited=committed comittee=committee commitee=committee completly=completely concious=conscious
    decison=decision definately=definitely definatly=definitely definetly=definitely diffrent=different
    dissapear=disappear dissapeared=disappeared dissapointed=disappointed embarass=embarrass embarassed=embarrassed
    enviroment=environment especialy=especially evrybody=everybody evryone=everyone everthing=everything
    evrything=everything existance=existence experiance=experience familar=familiar febuary=february finaly=finally
    fourty=forty goverment=government govenment=government garantee=guarantee gaurd=guard happend=happened
    harrass=harass harrassment=harassment immediatly=immediately independant=independent intresting=interesting
    interupt=interrupt jsut=just knowlege=knowledge konw=know libary=library maintainance=maintenance millon=million
    necesary=necessary neccessary=necessary ninty=ninety nobdy=nobody occassion=occasion occured=occurred
    occurence=occurrence oppurtunity=opportunity peolple=people poeple=people posession=possession
    priviledge=privilege probaly=probably profesional=professional proffesional=professional publically=publicly
    realy=really reccomend=recommend recomend=recommend rember=remember remeber=remember rigth=right
    sentance=sentence seperate=separate seperated=separated seperately=separately shcool=school shoud=should
    shuold=should similiar=similar sincerly=sincerely somthing=something succesful=successful sucessful=successful
    suprise=surprise suprised=surprised taht=that teh=the hte=the tihs=this thsi=this thign=thing tommorow=tomorrow
    tommorrow=tomorrow tomorow=tomorrow togeather=together truely=truly tryed=tried untill=until usualy=usually
    vrey=very waht=what wehn=when wensday=wednesday wether=whether wich=which whcih=which wiht=with wtih=with
    woudl=would writting=writing wrok=work yuo=you yuor=your"""
)
_ONE = _BRITISH | _MISSPELT


@lru_cache(maxsize=1 << 14)
def spelling(word: str) -> str:
    """Of a folded word: "it's" → "its", "labour" → "labor", "recieved" → "received". Only for comparing."""
    word = word.replace("'", "")
    if word in _ONE:
        return _respelt(_ONE[word])
    return _respelt(word) if len(word) > 4 else word


def _respelt(word: str) -> str:
    word = _S_OR_Z.sub("z", word)
    if "our" in word:
        word = _OUR.sub(r"\1or", word)
    if "ll" in word:
        word = _DOUBLED.sub(r"\1", word)
    return word.replace("ei", "ie")
