/**
 * Nicknames and short forms by formal name: Spanish, Portuguese and English, as comparable tokens. A nickname may belong
 * to several names (beto). Regular diminutives (juanito, carlinhos) need no entry: a rule knows them. Compiled for this
 * project; common forms only, because a wrong pair makes two people one.
 */
const BY_FORMAL_NAME = `
  adalberto: beto adal | adela: adelita | adelaida: ade | adolfo: fito dolfo | adrian: adri | adriana: adri nana
  agustin: tin cucho agus | agustina: agus tina | alberto: beto tito berto al | alejandra: ale aleja jana sandra alex
  alejandro: ale alex jandro jano alejo cano sandro | alexander: alex sandy xander sasha | alexandra: alex ale sandra
  alexandre: alex xande ale | alexis: alex | alfonso: poncho fonso foncho alfon | alfredo: fredo fredy freddy alf fede
  alicia: licha ali | alonso: loncho | amalia: mali | amelia: mel melita | amparo: amparito | ana: anita anny ani
  anastasia: tasia nastasia nastassia stacy | andrea: andy dea andre andrecita | andres: andy andi | andrew: andy drew
  angel: gelo angelillo | angela: angie geli angelita | angelica: angie geli | anibal: ani | antonia: tona tonia toni
  antonio: tono toni tony antuan tonho toninho tonico tonin anto | anthony: tony toni ant | antonieta: tony tona
  araceli: celi ara | ariadna: ari | ariana: ari | armando: mando armandito | artur: tuca | arturo: tuto turo art
  augusto: gus guto tito | aurelio: lelo | barbara: babi barbie bab babs | bartolome: bartolo tolo barto
  beatriz: bea bety betty bia betriz trini | belen: belu | benito: beni nito | benjamin: ben benja benji benny mincho
  bernard: bernie barney | bernardo: nardo berna | bernardino: nardino | berta: bertha | bridget: brigid biddy
  camila: cami mila | camilo: cami milo | candace: candy | candelaria: cande candy | caridad: cari cachita
  carlos: carlitos charly charlie cacho carlinhos caca litos | carmela: mela carmelita | carmen: carmela carmina menchu
  carol: caro | carolina: caro carol lina | caroline: carol carrie lina | carolyn: carol carrie
  catalina: cata caty cati kata lina | catarina: cata cati cate | catherine: cathy kate katie kathy cath cat kitty
  cecilia: ceci chila cecy | celia: celi | cesar: checha cesarin | charles: charlie chuck chas charly
  charlotte: lottie charlie char | christian: chris cris | christina: chris tina chrissy christy | christine: chris tina
  christopher: chris topher kit christo | clara: clarita | claudia: clau claudita | concepcion: concha conchita chona conchi
  connie: constance | constanza: coti coni connie consta | consuelo: chelo consu | cristian: cris chris tian
  cristina: cris tina crista cristi kika | cristobal: tobal cris toba | cynthia: cindy | dagoberto: dago beto
  daniel: dani danny dan danilo | daniela: dani dany nela danny | danielle: dani | david: dave davo davey davito
  deborah: deb debbie debby | debora: debi debo | diego: dieguito | dionisio: nicho | dolores: lola loli lolita
  domingo: mingo | donald: don donnie | dorothy: dot dottie dolly dora | dulce: dul | edgar: ed | edgardo: ed
  edmund: ed eddie ned ted | edmundo: mundo | eduarda: duda eda | eduardo: lalo edu eddy eddie ed duda guayo yayo dudu
  edward: ed eddie eddy ted ned teddy | edwin: ed eddie win | efrain: efra | efren: efra | eleanor: ellie nell nora
  elena: nena leni ele lena nelly | elias: eli | elisa: eli lisa | elizabeth: liz beth betty eliza lizzie bess betsy eli
  lisa isa elsie lizbeth liza libby chabela bettina | emanuel: manu mano ema | emilia: emi mili | emiliano: emi milo
  emilio: emi milo milio | emily: em emmy millie | encarnacion: encarna | enrique: quique kike quico rique enri henry
  ernesto: neto tito ernes erni | esperanza: espe pera lancha pelancha | esteban: teban estebi | estefania: fani estefi
  steffi fanny stefi estefa tefi | ester: estercita | eugenia: maru genia euge | eugenio: geno euge | eugene: gene
  eva: evita | evelin: eve evi | ezequiel: cheque eze queque | fabian: fabi | fabiola: fabi | federico: fede kiko fico
  felipe: pipe feli lipe felo | feliciano: chano feli | fermin: mincho | fernanda: fer nanda feña | fernando: fer nando
  ferni nano fercho | filiberto: beto fili | florencia: flor flo | florencio: lencho flor | frances: fran fanny frankie
  francis: frank fran | francisca: paca pancha paquita fran panchita chica quica francis cisca | francisco: paco pancho
  fran quico kiko curro chico pacho franco frasco panchito frank cisco chisco pachito | frank: franklin frankie | frederick:
  fred freddie freddy rick fritz | frederico: fred fredo | gabriel: gabo gabi gaby biel gabe | gabriela: gabi gaby gaba
  gabrielle: gabi gaby | genaro: naro | geoffrey: geoff jeff | george: georgie | georgia: georgie | gerald: gerry jerry
  gerardo: gera lalo yayo jerry | gertrudis: tula trudis | gilberto: beto gil gibo | giovanni: gio | gisela: gise
  gloria: glory yoya goya | gonzalo: gonza chalo zalo | graciela: chela gra grace | gregoria: goya | gregorio: goyo grego
  gregory: greg gregg | griselda: gris | guadalupe: lupe lupita lupe pita lupillo | guilherme: gui guga guile
  guillermina: mina guille guillerma | guillermo: memo guille guillo billy will willy memito | gustavo: gus tavo guga gusti
  harold: harry hal | harriet: hattie harry | helen: nell nellie ellie | helena: lena leni nena | henrique: rique ique
  henry: harry hank hal | heriberto: beto heri | hernan: nan nano | hilario: layo lalo | howard: howie
  humberto: beto berto humber | ignacio: nacho iñaki inaki igna nachito nano | inmaculada: inma macu | ines: inesita
  isaac: ike zac | isabel: isa chabela chavela bel isabelita chabe belita isabelinha | isabela: isa bela
  isidro: chilo chidro isi | ismael: isma maelo | ivan: vania | jacinto: chinto | jacob: jake coby | jacobo: jaco cobo
  jaime: jimmy jaimito | james: jim jimmy jamie jem | jane: janie jenny | janet: jan | javier: javi xavi javo | jeffrey: jeff
  jennifer: jen jenny jenn | jenifer: jeni jenny jen | jeremias: jere | jeremy: jerry jem | jeronimo: jero chombo
  jesus: chuy chucho jesusito suso chus chuchito | jimena: jime xime mena | joao: joaozinho | joaquim: quim quinzinho
  joaquin: quino joaco joaqui chimo quin | john: johnny jack johnnie jonny | jonathan: jon jonny nathan jony jhonny
  jorge: coque yorch jorgito coco jorginho | josefa: pepa chepa fina pepita josefita sefa | josefina: josefa fina chepina
  pepa pina jose josie | jose: pepe chepe che pepito ze cheo zeca zeze joselito joche chepito josecito | joseph: joe joey
  jos | joshua: josh | josue: josu | juan: juancho juanito juanillo juanchi juanin | juana: juanita juani nita
  judith: judy judi | julia: juli july | julian: juli | juliana: juli july ju | julieta: juli july | julio: juli julito
  karina: kari | karla: karlita | katherine: kate kathy katie kat kath katy kay kit kitty | kathleen: kathy kate kath
  kathryn: kathy kate katie | kenneth: ken kenny | kimberly: kim | kristen: kris kristi | kristina: kris tina kristi
  laura: lau lauri laurita | lawrence: larry lawrie | leandro: lea leo | leonardo: leo nardo lenny | leonard: leo len lenny
  leonel: leo nel | leopoldo: polo leo poldo | leonor: leo nora noni | leticia: lety leti | lidia: lidi
  liliana: lili lily liliam | lilian: lili lily | lorena: lore lorenita | lorenzo: lencho loren chencho | lourdes: lulu
  luciana: lu luci luchi | luciano: lucho chano | lucia: lucy luci luchi chia lucita lu | luis: lucho luisito wicho lui
  luisinho lou guicho luchito | luisa: lulu luisita lu | luz: lucha lucita | macarena: maca | madeline: maddie maddy
  magdalena: magda lena malena nena madalena | manuel: manolo manu manny lolo manolito mane manolin manuelito memel
  manuela: manoli manola manu manolita nela | marcela: marce chela | marcelo: marce chelo celo | marcos: marquinhos
  margaret: maggie meg peggy peg marge margie greta peggie madge daisy rita | margarita: rita margo mague marga magui
  margot tita | maria: marita mariquita maruja mary mari cuca maruca mariucha mariazinha maricuchi cota | mariana: mari
  nana maria  marianita | mariano: nano marian | maricela: mari chela | maribel: mari bel | marisol: mari sol
  martha: marty mattie patty | martin: marty tin tincho | martina: tina marti | mateo: teo mate | mateus: teteu
  matias: mati | matilde: mati maty tilde cleta | matthew: matt matty | mauricio: mau mauri | maximiliano: maxi max
  maximo: max maxi | maximino: max mino | melissa: mel missy | melisa: meli mel | mercedes: meche merche mecha merceditas
  michael: mike mick micky mickey mikey | micaela: mica | michelle: shelly mich | miguel: migue mike miguelito mico micky
  miguelinho | milagros: mili mila | miriam: miri | mohamed: mhd mohd mo | moises: moi moy moncho | monica: moni mona
  monserrat: montse monse | morris: morrie mo moe | nancy: nan | natalia: nata naty nati talia tasha | natasha: tasha
  nathaniel: nate nat nathan | natividad: nati | nicholas: nick nicky nico | nicolas: nico colas nick | norberto: beto norber
  norma: normita | octavio: tavo tavito | ofelia: ofe | olivia: oli livia | orlando: lando orly | oscar: osqui osquitar
  osvaldo: valdo osva | pablo: pablito pablin | pamela: pam pame | paola: pao | patricia: paty patty pati pat tricia trish
  patri pattie pato | patricio: pato patri | patrick: pat paddy rick | paul: paulie | paula: pau pauli | paulina: pau pauli
  paulo: paulinho pauleta | pedro: perico pedrito perucho peyo pedrinho periquin | penelope: penny pe | peter: pete
  petronila: petra nila | philip: phil pip | pilar: pili pilarica pilita piluca | priscila: pris | rafael: rafa fallo rafita
  raffa rafinha fael | rafaela: rafa | raimundo: mundo raimo | ramiro: rami | ramon: moncho monchito rami mon | ramona: mona
  raquel: raque kel | raul: rulo raulito | raymond: ray | raymundo: mundo ray | rebeca: beca beki becky | rebecca: becky beck
  becca | refugio: cuca cuco refu | reginald: reggie reg | reinaldo: rey nano naldo | renata: rena | ricardo: richi ricky richard
  rica rick cardo ricardinho richie | richard: rick dick rich ricky richie dickie | rigoberto: rigo beto | robert: bob rob
  bobby robbie robby bert bobbie | roberta: robbie bobbie berta | roberto: beto rober robert tito berto robe | rocio: chio ro
  rodolfo: fito rodo rolo dolfo rudy | rodrigo: rodri rigo ro digo | rogelio: roge rogel | rolando: rolo lando roly rolando
  ronald: ron ronnie | ronaldo: ron naldo | rosa: rosita rosy rosie rosi chita | rosalia: rosa lia | rosario: charo chayo
  charito chayito | rosemary: rosie rose | roxana: roxy | ruben: rube benito | salome: salo | salvador: chava salva chavita
  salvi | samantha: sam sammy | samanta: sami sam | samuel: sam sammy samu | sandra: sandy sandi | santiago: santi chago
  santos: santi | saul: sauli | sebastian: seba sebas bastian sebi | sergio: checo serch sergi keko yeyo | silvia: sil
  silvi silvita | simon: simoncito | socorro: coco soco coquito | sofia: sofi chofi sophy | soledad: sole chole cholita
  sophia: sophie | sonia: soni | stephanie: steph stephie steffi | stephen: steve stevie | steven: steve stevie
  susan: sue susie suzie suzy susy | susana: susi susy susu susanita su | susanne: sue susie | suzanne: sue suzie suzy
  tatiana: tati | teodora: dora teo | teodoro: teo doro | teresa: tere teté tete terry teresinha teresita | theodore: ted
  teddy theo | theresa: terry tess tracy | thomas: tom tommy | timothy: tim timmy | tomas: tom tomi tommy tomasito
  trinidad: trini | valentina: vale tina valen | valeria: vale | valentin: vale valen | vanesa: vane | veronica: vero
  ronnie vera | vicente: chente vicen vice chento | victor: vic vito vitor vitin victorino | victoria: vicky viky toya vick
  tory | vincent: vince vinny vin | virginia: vicky vivi ginny virgi ginia gina | vitor: vitinho | viviana: vivi
  walter: walt wally | wilfredo: wil fredo | william: bill will billy willie willy liam | xavier: xavi javi | ximena: xime
  yesenia: yeye yesi yese | yolanda: yoli yola yolis | zachary: zach zack zac | zoila: zoi`;

/** Nickname -> the formal names it may stand for. */
export const FORMAL_NAMES: ReadonlyMap<string, readonly string[]> = readNicknames(BY_FORMAL_NAME);

function readNicknames(table: string): Map<string, string[]> {
  const formal = new Map<string, string[]>();
  for (const entry of splitEntries(table)) {
    const [name, nicknames] = entry;
    for (const nickname of nicknames) formal.set(nickname, [...(formal.get(nickname) ?? []), name]);
  }
  return formal;
}

/** `name: nick nick` entries, separated by a bar or simply by the next `name:`. */
function splitEntries(table: string): [string, string[]][] {
  const entries: [string, string[]][] = [];
  for (const word of table.split(/[\s|]+/).filter((part) => part !== '')) {
    if (word.endsWith(':')) entries.push([word.slice(0, -1), []]);
    else entries.at(-1)?.[1].push(word);
  }
  return entries;
}
