"""Given names, and the gender that most of them show. General knowledge, all lower case."""

from __future__ import annotations

from onrecord.reading.lexicon import word_set

_MALE = word_set(
    """
    aaron abdul abdullah abraham adam adrian ahmed al alan albert alberto alejandro alex alexander alfred ali allan
    allen alvin amir anders andre andreas andrew andy angelo anthony antonin antonio archie ari arnold arthur asa
    ashok barack barry bart ben benedict benjamin benny bernard bernie bert bill billy bob bobby boris brad bradley
    brandon brendan brent brett brian bruce bruno bryan byron caleb calvin carl carlos carter cary cecil cedric chad
    charles charlie chester chip chris christian christopher chuck clarence clark claude clay clayton cliff clifford
    clint clinton clyde colin connor conor corey cory craig curt curtis cyrus dale damien damon dan daniel danny
    darrell darren dave david dean denis dennis derek derrick diego dimitri dirk dominic don donald donnie doug
    douglas drew duane duncan dustin dwayne dwight dylan earl ed eddie edgar eduardo edward edwin eli elias elijah
    elliot elliott emanuel emilio emmanuel enrique eric erik ernest ernesto erwin ethan eugene evan felipe felix
    fernando francis francisco frank franklin fred freddie frederick gabriel garrett gary gavin gene geoff geoffrey
    george gerald gerard gerry gilbert giovanni glen glenn gordon graham grant greg gregory guillermo gus gustavo
    guy hal hank hans harold harry harvey hassan hector henry herb herbert herman hillel howard hubert hugh hugo
    humberto ian ibrahim igor ira isaac ivan jack jacob jacques jaime jake jamal james jan jared jason javier jay
    jeb jed jeff jefferson jeffrey jeremiah jeremy jerome jerry jesse jesus jim jimmy joachim joe joel johan john
    johnny jon jonah jonas jonathan jorge jose josef joseph josh joshua juan julian julio julius justin karl keith
    ken kenneth kenny kent kevin khalid kirk klaus kurt kyle lance larry lars laurence lawrence lee len leo leon
    leonard leonardo leroy les lester lewis liam lincoln lindsey lionel lloyd logan lorenzo lou louis lucas luigi
    luis luke luther malcolm manuel marc marcel marco marcus mario mark marshall martin marty marvin mason mathew
    matt matthew maurice max maxwell mehmet mel melvin micah michael miguel mike mikhail milo milton mitch mitchell
    mohamed mohammad mohammed morgan morris moses muhammad murray nate nathan nathaniel neal ned neil nelson newt
    nicholas nick nicolas nigel noah noel norman oleg oliver omar orlando oscar otis otto owen pablo patrick paul
    pavel pedro percy perry pete peter phil philip phillip pierre preston rafael rahm ralph ramon rand randall randy
    raphael raul ray raymond reggie reginald reince rene rex ricardo richard rick ricky rob robbie robby robert
    roberto rod rodney rodrigo roger roland ron ronald ronnie ross roy ruben rudolph rudy rufus rupert russ russell
    ryan salvador sam samir samuel santiago scott sean sebastian sergei sergey sergio seth shane shaun shawn sheldon
    sid sidney simon spencer stan stanley stefan stephen sterling steve steven stewart stuart sylvester ted terrence
    terry thad theo theodore thom thomas tim timothy toby todd tom tommy tony travis trent trevor tristan troy
    tucker tyler tyrone ulysses vernon victor vince vincent vladimir wade wallace walter warren wayne wendell wes
    wesley wilbur wilfred will willard william willie winston wolfgang woody xavier yusuf zach zachary zack aaren
    ajay akira alasdair alastair aled aleksander alistair amadou anselm anton arjun armand arturo arvind atticus
    aurelio axel balthazar barnaby bartholomew basil bastian benoit bertrand bjorn bogdan brannon brody callum
    cameron camilo casimir chidi ciaran clem clement cormac cornelius cristobal cuthbert daan darius declan deepak
    dermot dmitri dougal dragan dusan eamon eddy edmund edvard egon einar elmer elon emeka emil emile emmett enzo
    erling errol ezekiel ezra farhad fergus finlay finn florian francesco fritz fyodor gareth gaspard gideon
    gilberto giles goran graeme gunnar gunther gustaf hamid hamish hamza haruki hendrik henk henri henrik hiroshi
    horatio horst iain idris ignacio imran ishaan ivo jakub jarvis jens jiro joao jochen jorg joris josip juergen
    jurgen kazuo keanu keir kelvin kenji klaas kofi krishna kwame lachlan laszlo leif lennart lorne lucio ludwig
    lukas magnus mahmoud manfred mansoor marek mateo mathieu mats matteo matthias maximilian mihai miles milos
    mustafa nikhil nikolai nikolas nils obinna olaf ole olivier omari osman oswald oswin ousmane pascal patricio
    pietro piotr pranav quentin quincy rahul rajesh remy rhys riccardo rohan rolf ryo saeed sanjay satoshi seamus
    selwyn silas simeon soren stellan stig sunil sven takeshi tariq tobias tomas tomasz torsten tyrell ulf umberto
    uwe vaclav valentin vijay vikram viktor vito wim wojciech xander yannick yuri zoltan zubin
    """
)
_FEMALE = word_set(
    """
    abigail ada adele adriana agnes aisha alexandra alexis alice alicia alison allison alma alyssa amanda amber
    amelia amy ana anastasia andrea angela angelina angie anita ann anna anne annette annie antonia april ariana
    arianna ashley audrey ava barbara beatrice becky bella bernadette bernice bertha beth betsy betty beverly bianca
    bonnie brenda bridget brittany brooke camila camille candace candice carla carly carmen carol carolina caroline
    carolyn carrie cassandra cate catherine cathy cecilia celeste charlene charlotte chelsea cheryl chloe christina
    christine cindy claire clara claudia colleen connie constance courtney crystal cynthia daisy dana daniela
    danielle daphne dawn deborah debbie debra delia denise desiree diana diane dolores donna dora doris dorothy
    edith eileen elaine eleanor elena elisa elisabeth eliza elizabeth ella ellen eloise elsa emilia emily emma erica
    erika erin esther eva evelyn faith fatima felicia fiona flora florence frances francesca gabriela gabrielle gail
    georgia geraldine gertrude gina gladys glenda gloria grace greta gretchen gwen hailey hannah harriet hazel
    heather heidi helen helena hillary hilary holly hope huma ida ilana imani ingrid irene iris isabel isabella
    ivanka ivy jackie jacqueline jane janet janice jasmine jean jeanne jen jenna jennifer jenny jessica jill jo joan
    joanna joanne jocelyn jodi josephine joy joyce juanita judith judy julia juliana julie juliet june kamala kara
    karen kate katherine kathleen kathryn kathy katie katrina kay kayla kelly kellyanne kendra kerry kim kimberly
    kirsten kirstin kristen kristin kristina lana laura lauren leah lena leslie leticia lila lillian lily linda lisa
    liz liza lois loretta lorraine lourdes lucia lucille lucy luisa lydia lynn mabel madeleine madeline maggie mandy
    marcia margaret margarita maria marian marianne marie marilyn marina marisa marjorie marlene marsha martha mary
    maureen maxine maya megan megyn meghan melania melanie melinda melissa mercedes meredith mia michele michelle
    mildred mindy miranda miriam molly mona monica muriel myra nadia nancy naomi natalia natalie natasha nellie
    nicole nikki nina nora norma octavia olga olive olivia opal pamela pat patrice patricia patti patty paula
    pauline pearl peggy penelope penny phoebe phyllis priscilla priya rachel ramona rebecca regina renee rhonda rita
    roberta robin rochelle ronda rosa rosalind rose rosemary roxanne ruby ruth sabrina sadie sally samantha sandra
    sara sarah savannah selena serena shannon sharon sheila shelby shelly sherry shirley silvia simone sofia sonia
    sonya sophia sophie stacey stacy stella stephanie sue summer susan susanne suzanne sybil sylvia tabitha tamara
    tammy tanya tara taylor teresa tessa thelma theresa tiffany tina toni tracy trisha trudy ursula valentina
    valerie vanessa vera veronica victoria viola violet virginia vivian wanda wendy whitney wilma winifred yolanda
    yvette yvonne zoe abena adaeze adela adelaide aditi agata agatha agnieszka aisling akiko alejandra aleksandra
    alessandra alexandria alina aline allegra amara amina anais aneta anja anneke annika anouk anushka aoife aretha
    arlene asma astrid ayesha beata beatrix belinda berit birgit brigitte britta bronwyn caitlin camilla carmela
    caterina cecily chiara chika clarice claudette clea clementine cordelia corinne cressida dagmar daniella darya
    deepa deirdre delphine demetria desdemona divya dominique dorothea edwina ekaterina elodie eloisa elspeth elvira
    emilie emmeline enid esme esmeralda estelle eugenie eunice evangeline farah fatou fleur francine freja freya
    frida gemma genevieve georgina gerda ghislaine giulia giuliana gudrun guinevere gwendolyn hanna hedda hedwig
    helene helga henrietta hermione hilde hyacinth ilse imelda imogen ines inga inge ingeborg irina isabelle isolde
    jacinta jana janine jemima joelle johanna jolene josefina josie jutta karin karina katarina katja katrin keiko
    kerstin khadija kirsty lara larissa latisha latoya leila leonora lieselotte linnea lisbeth liv livia lorna lotte
    louise lucinda ludmila madhuri maeve magda magdalena mahalia maisie malin manuela marguerite mariana maribel
    marika marit marta mathilde matilda mavis meera mei melina merle meryl mieke minna mirela mirjam moira morag
    muna myrtle nadine naima natasa neha nell nerys nia niamh noemi noreen nuala odette oksana olena orla ottilie
    paloma paola parvati petra philippa pippa polly pooja priti rania ranjana reina rhiannon rosalie rosario rowena
    rukmini runa saanvi sabina sabine samira sana sanna saskia shanice sheena shirin shona shreya sian signe sigrid
    silke sinead siobhan solange soledad sunita svetlana swati sylvie tamsin tanja tatiana thandiwe thea theodora
    tilda tilly torill valeria verena vivienne wilhelmina winnie xanthe yasmin yasmine yelena yoko yuki yuko yuna
    zainab zara zelda zofia zora zuzana
    """
)
_AMBIGUOUS = word_set(
    """
    kim jan robin jordan taylor dana kelly lee pat terry jackie leslie lindsey carter morgan clinton logan jean
    kerry tracy alexis chris alex sam lynn grant hope faith lincoln washington clark sterling will
    """
)
GIVEN = _MALE | _FEMALE
GENDER = dict.fromkeys(_MALE - _AMBIGUOUS, "male") | dict.fromkeys(_FEMALE - _AMBIGUOUS, "female")
"""Given names that show one, "male" or "female"."""
