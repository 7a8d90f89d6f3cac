/**
 * Spellings of one given name: whoever is written one way is often written the other. Spellings that sound alike
 * (phonetic.ts) need no entry. Compiled for this project; the groups are separated by bars and do not overlap.
 */
const SPELLINGS = `
  abigail abigael abigahil | adelaida adelaide | agustin augustin agostinho | aide haydee aidee haide | alexander alexandr |
  alison allison alyson allyson | ana anna anne ann | anabel annabel anabella annabella anabelle annabelle |
  anderson andersson | andrea andreia | anthony antony anthoni | beatriz beatrice beatrix | brandon brandom |
  brayan brian bryan braian | camila kamila camille | candace kandace candice | carina karina karine carine |
  carolina karolina | carol carole karol caroll | catalina katalina | caterina catarina katarina |
  catherine katherine kathryn catharine katharine katerine katerin caterine katherin catherin | cecilia cecily |
  christian cristian kristian christhian cristhian | christina cristina kristina | christine kristine cristine |
  christopher cristofer kristopher cristopher christofer | cintia cynthia cinthia | dayana daiana dayanna dahiana |
  debora deborah devora | denis dennis denys | derek derrick derick | edgar edgard | elena helena ellena |
  elizabeth elisabeth elizabet elisabet elisabete | elianna eliana | eloisa heloisa eloise |
  emanuel emmanuel | emily emilie emely | erick eric erik | esteban estevan estevao | ester esther hester |
  estefania estephania stefania stephania stefanya | stephanie stephany estefany estefani stefany stefani stephani |
  evelyn evelin evelyne | federico frederico | felipe filipe felippe phelipe | franklin franklyn |
  gabriela gabriella gabryela | geoffrey jeffrey jeffery | gerson jerson yerson | giovanna giovana geovana jovana |
  giovanni jovani giovani geovani giovanny yovani yovanny jhovany geovanny jovany | giselle gisele gisel yisel jisel |
  gonzalo goncalo | haroldo aroldo | henrique enrique | hernan ernan | ines inez | isaac isac izaac | isabel izabel ysabel |
  isabela isabella izabela isabelle izabella ysabella | isaias isaiah izaias ysaias | ivonne yvonne ivone ivon |
  jacqueline jaqueline yaqueline jackeline yakelin jaquelin yaquelin yackeline jakelin jaquelyn jacquelin |
  jazmin yasmin yazmin jasmin jasmine yasmine jazmine | janet yanet janeth yaneth yanett janette jeannette jeanette |
  jefferson jeferson yeferson yefferson | jeison jeyson yeison jason jayson yeyson | jennifer jenifer yenifer yennifer
  jhenifer yeniffer jeniffer | jessica yesica jesica yessica gessica yesika jesicka jesca | jhoan johan yohan yoan |
  jimena ximena gimena | joana johana johanna yohana joanna | john jhon jon yon | johnny jhonny yonny jony yoni johny |
  jonatan jonathan jhonatan yonatan johnatan jhonathan yonathan jonatas | jordan yordan jhordan | josue josuet yosue |
  julian yulian | juliana yuliana julianna | karen caren karem | kevin kebin kevyn | kristen kristin kirsten cristen kristyn |
  laila leila layla | lais laiz | larisa larissa | lee leigh lea | leah lia | leidy lady leydi ledy | leonel lionel |
  lilian lillian lilyan | liseth lizeth lizet lisette lissette lizette | lorin loreen | louise luise | lucy luci lucie |
  luis luiz louis | luisa luiza louisa | magali magaly magalli | manuel manoel | maria marie mary mariah mariya |
  mariana marianna | marianne mariane maryanne mariann | maribel marybel | maricela marisela | marilyn marilin marylin |
  marcos marcus markos | mateo matteo matheo | mateus matheus matteus | matilde matilda mathilde | melisa melissa |
  micaela mikaela michaela | michelle michele mishel mishelle | milagros milagro | mirella mireya mirela mireia |
  miriam myriam mirian miryam | mohamed mohammed muhammad mohammad muhammed mohamad muhamad | monserrat montserrat |
  nataly natali nathaly natalie | natalia nathalia natalya | nicholas nicolas nikolas nicolau | nicole nicol nikol nichole |
  octavio otavio | osvaldo oswaldo | patricia patrizia | philip phillip felip | priscila priscilla | rafael raphael |
  rafaela raphaela raffaella | raquel rachel rakel | rebeca rebecca rebeka | reina reyna | reinaldo reynaldo |
  rene renee | rodolfo rodolpho | ruben rubens reuben | sara sarah sahra | sebastian sebastiao | shirley sherly sirley |
  silvia sylvia | simon simao | sofia sophia sofie sophie | sonia sonya sonja | stephen steven | susan suzan susann susanne
  suzanne | susana suzana susanna | tatiana tatyana | teresa tereza theresa | thais tais thays | thomas tomas tomaz | valentin valentim |
  valeria valerya | vanesa vanessa | vicente vincente | victor vitor viktor | victoria vitoria viktoria | vivian vivien |
  viviana bibiana | walter valter gualter | wilfredo wilfrido | william willian wiliam uiliam | wilmer wilmar vilmer |
  xavier javier | yadira jadira | yair yahir jair | yolanda iolanda | zoe zoey`;

/** Forms of one name in several languages: the same person may use both, and two people may have one each. */
const COGNATES = `
  alejandra alexandra alessandra | alejandro alexander alexandre alessandro | alfredo alfred | alberto albert |
  alicia alice | ana hannah | andres andrew andre | antonio anthony antonino | arturo arthur artur | benito bento benedito
  benedict | bernardo bernard | carlos charles carlo | carolina caroline carolyn | catalina caterina catherine | clara claire |
  cecilia cecile | cristina christine | daniela danielle | diana diane | domingo dominic domingos | dorotea dorothy |
  eduardo edward | elena helen ellen | elisa elizabeth | emanuel manuel | emilia emily | enrique henry | ernesto ernest |
  esteban stephen | eugenio eugene | federico frederick | fernando ferdinand | felipe philip | francisco francis franco |
  frances francisca | gabriela gabrielle | gerardo gerald geraldo | gregorio gregory | guillermo guilherme william |
  ignacio inacio | isabel elizabeth isabela | jacobo jacob | jaime james | jeronimo jerome | joaquin joaquim | jorge george |
  jose joseph | juan joao john | juana joana jane | julia julie | julio julius | lilian liliana | leonardo leonard |
  lorenzo lourenco laurence lawrence | lucas luke | lucia lucy luzia | margarita margaret | marcos mark marco |
  martin martim | marta martha | mateo mateus matthew | mauricio maurice | miguel michael michel | moises moses |
  pablo paulo paul | paola paula | patricio patrick | pedro peter | rafael raphael | raimundo raymundo
  raymond | ramon raymond | ricardo richard | roberto robert | rodolfo rudolf | rosana roxana | santiago tiago thiago diego |
  sergio serge | susana susan | timoteo timothy | tobias toby | tomas thomas | vicente vincent |
  valeria valerie | virginia virginie | vivian viviana | victor victorino`;

/** Every spelling -> the first of its group. */
const FIRST_SPELLING: ReadonlyMap<string, string> = new Map(
  groups(SPELLINGS).flatMap((group) => group.map((name): [string, string] => [name, group[0] ?? name])),
);

/** Name -> the other names that may be its form in another language, in canonical spelling. */
export const COGNATE_NAMES: ReadonlyMap<string, ReadonlySet<string>> = readCognates();

/** One spelling for all spellings of a given name; other tokens stand for themselves. */
export function canonicalSpelling(name: string): string {
  return FIRST_SPELLING.get(name) ?? name;
}

/** Every name of which several spellings are known. */
export function spelledNames(): Iterable<string> {
  return FIRST_SPELLING.keys();
}

function groups(table: string): string[][] {
  return table.split('|').map((group) => group.trim().split(/\s+/));
}

function readCognates(): Map<string, Set<string>> {
  const cognates = new Map<string, Set<string>>();
  for (const group of groups(COGNATES)) {
    const names = group.map(canonicalSpelling);
    for (const name of names) cognates.set(name, new Set([...(cognates.get(name) ?? []), ...names]));
  }
  return cognates;
}
