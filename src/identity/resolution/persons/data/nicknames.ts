/**
 * Nicknames and short forms by formal name: Spanish, Portuguese and English, as comparable tokens. A nickname may belong
 * to several names (beto). Regular diminutives (juanito, carlinhos) need no entry: a rule knows them. Compiled for this
 * project; common forms only, because a wrong pair makes two people one.
 */
const BY_FORMAL_NAME = `
  adalberto: beto adal | adela: adelita | adelaida: ade | adolfo: fito dolfo | adrian: adri | adriana: adri nana
  agustin: cucho agus | agustina: agus tina | alberto: beto tito berto al | alejandra: ale aleja jana alex
  alejandro: ale alex jandro jano alejo | alexander: alex sandy xander sasha | alexandra: alex ale
  alexandre: alex xande ale | alexis: alex | alfonso: poncho fonso foncho alfon | alfredo: fredo fredy freddy alf
  alicia: licha ali | alonso: loncho | amalia: mali | amelia: melita | amparo: amparito | ana: anita anny ani
  anastasia: tasia nastasia nastassia | andrea: andy dea andrecita | andres: andy andi | andrew: andy drew
  angel: gelo angelillo | angela: angie geli angelita | angelica: angie geli | anibal: ani | anthony: tony toni ant
  antonia: tona tonia | antonieta: tona | antonio: tono tony antuan tonho toninho tonico tonin anto toni
  araceli: celi ara | ariadna: ari | ariana: ari | armando: mando armandito | artur: tuca | arturo: tuto turo art
  augusto: gus guto | aurelio: lelo | barbara: babi barbie bab babs | bartolome: bartolo tolo barto
  beatriz: bea bety betty bia betriz | belen: belu | benito: beni nito | benjamin: ben benja benji benny mincho
  bernard: bernie barney | bernardino: nardino | bernardo: nardo berna | bridget: brigid biddy | camila: cami mila
  camilo: cami milo | candace: candy | candelaria: cande candy | caridad: cari cachita
  carlos: carlitos charly charlie cacho carlinhos caca litos | carmela: mela carmelita | carmen: carmela menchu
  carol: caro | carolina: caro carol lina | caroline: carol carrie lina | carolyn: carol carrie
  catalina: cata caty cati kata lina | catarina: cata cati cate | catherine: cathy kate katie kathy cath cat kitty
  cecilia: ceci cecy | celia: celi | cesar: checha cesarin | charles: charlie chuck chas charly
  charlotte: lottie charlie char | christian: chris cris | christina: chris tina chrissy christy
  christine: chris tina | christopher: chris topher kit christo | clara: clarita | claudia: clau claudita
  concepcion: concha conchita chona conchi | constance: connie | constanza: coti coni connie consta
  consuelo: chelo consu | cristian: cris chris tian | cristina: cris tina crista cristi kika
  cristobal: tobal cris toba | cynthia: cindy | dagoberto: dago beto | daniel: dani danny dan
  daniela: dani dany nela danny | danielle: dani | david: dave davo davey davito | debora: debi debo
  deborah: deb debbie debby | diego: dieguito | dionisio: nicho | dolores: lola loli lolita | domingo: mingo
  donald: don donnie | dorothy: dot dottie dolly dora | edgar: ed | edgardo: ed | edmund: ed eddie ned ted
  edmundo: mundo | eduarda: duda eda | eduardo: lalo edu eddy eddie ed duda guayo yayo dudu
  edward: ed eddie eddy ted ned teddy | edwin: ed eddie win | efrain: efra | efren: efra | eleanor: ellie nell
  elena: nena leni ele lena nelly | elias: eli | elisa: eli
  elizabeth: liz beth betty eliza lizzie bess betsy eli lisa elsie lizbeth liza libby chabela bettina
  emanuel: manu | emilia: emi mili | emiliano: emi milo | emilio: emi milo milio | emily: em emmy millie
  encarnacion: encarna | enrique: quique kike quico rique enri henry | ernesto: neto ernes erni
  esperanza: espe pera lancha pelancha | esteban: teban estebi | estefania: fani estefi steffi fanny stefi estefa tefi
  ester: estercita | eugene: gene | eugenia: maru genia euge | eugenio: geno euge | eva: evita | evelin: eve evi
  ezequiel: cheque eze queque | fabian: fabi | fabiola: fabi | federico: fede kiko fico | feliciano: chano feli
  felipe: pipe feli lipe felo | fermin: mincho | fernanda: fer nanda fena | fernando: fer nando ferni nano fercho
  filiberto: beto fili | florencia: flor flo | florencio: lencho | frances: fran fanny frankie
  francis: frank fran | francisca: paca pancha paquita fran panchita chica quica cisca
  francisco: paco pancho fran quico kiko curro chico pacho frasco panchito frank cisco chisco pachito | frank: frankie
  franklin: frank frankie | frederick: fred freddie freddy rick fritz | frederico: fred fredo
  gabriel: gabo gabi gaby biel gabe | gabriela: gabi gaby gaba | gabrielle: gabi gaby | genaro: naro
  geoffrey: geoff jeff | george: georgie | georgia: georgie | gerald: gerry jerry | gerardo: gera lalo yayo jerry
  gertrudis: tula trudis | gilberto: beto gil gibo | giovanni: gio | gisela: gise | gloria: glory yoya
  gonzalo: gonza chalo zalo | graciela: chela gra | gregoria: goya | gregorio: goyo grego | gregory: greg gregg
  griselda: gris | guadalupe: lupe lupita pita lupillo | guilherme: gui guga guile | guillermina: mina guille
  guillermo: memo guille guillo billy will willy memito | gustavo: gus tavo guga gusti | harold: harry hal
  harriet: hattie | helen: nell nellie ellie | helena: lena leni | henrique: rique ique | henry: harry hank hal
  heriberto: beto heri | hernan: nano | hilario: layo lalo | howard: howie | humberto: beto berto humber
  ignacio: nacho inaki igna nachito nano | ines: inesita | inmaculada: inma macu | isaac: ike zac
  isabel: isa chabela chavela bel isabelita chabe belita isabelinha | isabela: isa | isidro: chilo chidro isi
  ismael: isma maelo | jacinto: chinto | jacob: jake coby | jacobo: jaco cobo | jaime: jimmy jaimito
  james: jim jimmy jamie jem | jane: janie jenny | janet: jan | javier: javi xavi javo | jeffrey: jeff
  jenifer: jeni jenny jen | jennifer: jen jenny jenn | jeremias: jere | jeremy: jerry jem | jeronimo: jero chombo
  jesus: chuy chucho jesusito suso chus chuchito | jimena: jime xime mena | joao: joaozinho | joaquim: quim quinzinho
  joaquin: quino joaco joaqui chimo quin | john: johnny jack johnnie jonny | jonathan: jon jonny nathan jony jhonny
  jorge: coque yorch jorgito coco jorginho
  jose: pepe chepe che pepito ze cheo zeca zeze joselito joche chepito josecito
  josefa: pepa chepa fina pepita josefita sefa | josefina: fina chepina pepa pina josie | joseph: joe joey jos
  joshua: josh | josue: josu | juan: juancho juanito juanillo juanchi juanin | juana: juanita juani nita
  judith: judy judi | julia: juli july | julian: juli | juliana: juli july ju | julieta: juli july
  julio: juli julito | karina: kari | karla: karlita | katherine: kate kathy katie kat kath katy kay kit kitty
  kathleen: kathy kate kath | kathryn: kathy kate katie | kenneth: ken kenny | kimberly: kim | kristen: kris kristi
  kristina: kris tina kristi | laura: lau lauri laurita | lawrence: larry lawrie | leandro: leo
  leonard: leo len lenny | leonardo: leo nardo lenny | leonel: leo nel | leonor: noni | leopoldo: polo leo poldo
  leticia: lety leti | lidia: lidi | lilian: lili lily | liliana: lili lily liliam | lorena: lore lorenita
  lorenzo: lencho loren chencho | lourdes: lulu | lucia: lucy luci luchi chia lucita | luciana: luci luchi
  luciano: lucho chano | luis: lucho luisito wicho lui luisinho lou guicho luchito | luisa: lulu luisita
  luz: lucha lucita | macarena: maca | madalena: lena | madeline: maddie maddy | magdalena: magda lena malena
  manuel: manolo manu manny manolito manolin manuelito memel | manuela: manoli manola manu manolita nela
  marcela: marce chela | marcelo: marce chelo celo | marcos: marquinhos
  margaret: maggie meg peggy peg marge margie greta peggie madge
  margarita: margo mague marga magui margot tita
  maria: marita mariquita maruja mary mari cuca maruca mariucha mariazinha maricuchi cota
  mariana: mari nana marianita | mariano: nano | maribel: mari bel | maricela: mari chela | marisol: mari
  martha: marty mattie patty | martin: tincho | martina: tina marti | mateo: teo mate | mateus: teteu | matias: mati
  matilde: mati maty tilde | matthew: matt matty | mauricio: mau mauri | maximiliano: maxi max | maximino: max mino
  maximo: max maxi | melisa: meli mel | melissa: mel missy | mercedes: meche merche mecha merceditas | micaela: mica
  michael: mike mick micky mickey mikey | michelle: shelly mich | miguel: migue mike miguelito mico micky miguelinho
  milagros: mili mila | miriam: miri | mohamed: mhd mohd mo | moises: moi moy moncho | monica: moni
  monserrat: montse monse | morris: morrie mo moe | natalia: nata naty nati tasha | natasha: tasha
  nathaniel: nate nat nathan | natividad: nati | nicholas: nick nicky nico | nicolas: nico colas nick
  norberto: beto norber | norma: normita | octavio: tavo tavito | ofelia: ofe | olivia: oli | orlando: lando orly
  osvaldo: valdo osva | pablo: pablito pablin | pamela: pam pame | paola: pao
  patricia: paty patty pati pat tricia trish patri pattie pato | patricio: pato patri | patrick: pat paddy
  paul: paulie | paula: pau pauli | paulina: pau pauli | paulo: paulinho pauleta
  pedro: perico pedrito perucho peyo pedrinho periquin | penelope: penny | peter: pete | petronila: nila
  philip: phil pip | pilar: pili pilarica pilita piluca | priscila: pris
  rafael: rafa fallo rafita raffa rafinha fael | rafaela: rafa | raimundo: mundo | ramiro: rami
  ramon: moncho monchito rami mon | ramona: mona | raquel: raque kel | raul: rulo raulito | raymond: ray
  raymundo: mundo ray | rebeca: beca beki becky | rebecca: becky beck becca | refugio: cuca cuco refu
  reginald: reggie reg | reinaldo: rey nano naldo | ricardo: richi ricky rica rick cardo ricardinho richie
  richard: rick dick rich ricky richie dickie | rigoberto: rigo beto | robert: bob rob bobby robbie robby bert bobbie
  roberta: robbie bobbie | roberto: beto rober tito berto robe | rocio: chio | rodolfo: fito rodo rolo dolfo rudy
  rodrigo: rodri rigo | rogelio: roge rogel | rolando: rolo lando roly | ronald: ron ronnie | ronaldo: ron naldo
  rosa: rosita rosy rosie rosi chita | rosario: charo chayo charito chayito | rosemary: rosie rose | roxana: roxy
  ruben: rube | salome: salo | salvador: chava salva chavita salvi | samanta: sami sam | samantha: sam sammy
  samuel: sam sammy samu | sandra: sandy sandi | santiago: santi chago | santos: santi | saul: sauli
  sebastian: seba sebas bastian sebi | sergio: checo serch sergi keko yeyo | silvia: silvi silvita
  socorro: coco soco coquito | sofia: sofi chofi sophy | soledad: sole chole cholita | sonia: soni | sophia: sophie
  stephanie: steph stephie steffi | stephen: steve stevie | steven: steve stevie | susan: sue susie suzie suzy susy
  susana: susi susy susu susanita su | susanne: sue susie | suzanne: sue suzie suzy | tatiana: tati
  teodora: teo | teodoro: teo doro | teresa: tere tete terry teresinha teresita | theodore: ted teddy theo
  theresa: terry tess | thomas: tom tommy | timothy: tim timmy | tomas: tom tomi tommy tomasito | trinidad: trini
  valentin: vale valen | valentina: vale tina valen | valeria: vale | vanesa: vane | veronica: vero ronnie
  vicente: chente vicen vice chento | victor: vic vito vitor vitin | victoria: vicky viky toya vick
  vincent: vince vinny vin | virginia: vicky vivi ginny virgi ginia gina | vitor: vitinho | viviana: vivi
  walter: walt wally | wilfredo: wil fredo | william: bill will billy willie willy | xavier: xavi javi | ximena: xime
  yesenia: yeye yesi yese | yolanda: yoli yola yolis | zachary: zach zack zac | zoila: zoi`;

/** Nickname -> the formal names it may stand for. */
export const FORMAL_NAMES: ReadonlyMap<string, readonly string[]> = readNicknames(BY_FORMAL_NAME);

/** Entries are `name: nick nick`, separated by bars or line ends. */
function readNicknames(table: string): Map<string, string[]> {
  const formal = new Map<string, string[]>();
  for (const entry of table.trim().split(/[|\n]/)) {
    const [name = '', nicknames = ''] = entry.split(':');
    for (const nickname of nicknames.trim().split(/\s+/)) {
      formal.set(nickname, [...(formal.get(nickname) ?? []), name.trim()]);
    }
  }
  return formal;
}
