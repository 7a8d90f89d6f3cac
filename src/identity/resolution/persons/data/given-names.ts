/**
 * Common given names of the Spanish, Portuguese and English speaking world, as comparable tokens. They tell a typing
 * error from another person: two different names of this list are two names, however few letters part them
 * (maria/mario, daniel/daniela), and they show where the given names of a full name end. Compiled for this project from
 * general knowledge of the most used names; it need not be complete, an unlisted name is only compared more leniently.
 */
const SPANISH_FEMALE = `
  abigail abril adela adelaida adelina adriana agustina aida aide ainhoa alba alejandra alexa alexandra alicia alma
  almudena alondra amalia amanda amaya amelia amparo ana anabel anahi andrea angela angeles angelica angelina anita
  antonela antonia antonieta araceli arantxa ariadna ariana arlet aurelia aurora azucena barbara beatriz belen belinda
  benita berenice bernarda berta bianca blanca brenda brisa camila candelaria candida caridad carla carlota carmela
  carmen carolina catalina cecilia celeste celia celina cinthia clara clarisa claudia clementina clotilde concepcion
  constanza consuelo cora coral corina cristina dafne dalia damaris daniela danna debora delfina delia diana dolores
  dominga dora doris dulce edith elba elda elena eliana elisa eloisa elsa elvia elvira elizabeth ema emilia emiliana
  emma encarnacion enriqueta erica ernestina esmeralda esperanza estefania estela ester estrella etelvina eugenia eulalia
  eunice eva evelia evelin fabiana fabiola fatima federica felicia felisa felipa fernanda fidelia filomena flor flora
  florencia florinda francisca frida gabriela gema genesis georgina geraldine gertrudis gilda giselle gisela gladis gloria
  graciela gregoria griselda guadalupe guillermina haydee helga herminia hilda hortensia ilda ileana iliana imelda ines
  ingrid inmaculada irene iris irma isabel isabela isaura isidora itzel ivana ivonne jacinta jacqueline janet jazmin jenifer
  jessica jimena joaquina joana johana jorgelina josefa josefina juana judith julia juliana julieta karen karina karla
  katerina katia keila laila lara larisa laura leandra leila leonor leticia lia lidia liliana lilia lina liz lizbeth
  lizeth lola lorena lorenza lourdes luana lucero lucia luciana lucrecia ludmila luisa luisana lupita luz macarena magali
  magda magdalena maite malena manuela mar mara marcela marcelina margarita maria mariana maribel maricarmen maricela
  mariela marilu marina marisa marisol maritza marlene marta martina matilde maura mayra melani melba melina melisa
  mercedes micaela michelle milagros milena mildred mireya miriam mirna mirta modesta monica monserrat montserrat morelia
  nadia nancy natalia natividad nayeli nelida nelly nerea nicol nicole nidia nieves nilda noelia noemi nora norma nuria
  obdulia odalis ofelia olga olivia oralia otilia paloma pamela paola patricia paula paulina paz perla petra petrona piedad
  pilar priscila purificacion quetzalli rafaela ramona raquel rebeca refugio regina reina remedios renata reyna rita roberta
  rocio romina rosa rosalba rosalia rosalinda rosana rosario rosaura rosenda rosita roxana ruth sabina sabrina salome samanta
  samara sandra sara saray selena selene serena sheila silvana silvia simona socorro sofia sol soledad sonia soraya stefania
  susana tamara tania tatiana telma teodora teresa trinidad ursula valentina valeria vanesa vera veronica vicenta victoria
  vilma violeta virginia vivian viviana wendy xiomara xochitl yadira yamila yamile yanet yanina yara yaretzi yasmin yazmin
  yenny yesenia yesica yolanda yuliana yuridia zaira zoe zoila zulema zulma`;

const SPANISH_MALE = `
  aaron abel abelardo abraham adalberto adan adolfo adrian agapito agustin alan alberto aldo alejandro alejo alexander
  alexis alfonso alfredo alonso alvaro amadeo amado ambrosio anacleto anastasio andres angel anibal anselmo antonio apolinar
  ariel aristides armando arnulfo arsenio artemio arturo augusto aurelio axel baltasar bartolome basilio bautista benicio
  benigno benito benjamin bernabe bernardino bernardo blas boris braulio brayan bruno calixto camilo candido carlos carmelo
  casimiro cayetano cecilio celestino cesar cipriano ciro claudio clemente conrado constantino cornelio cosme cristian
  cristobal cruz dagoberto damian daniel dante dario david delfino demetrio diego dilan dionisio domingo donato edgar edgardo
  edilberto edmundo eduardo edwin efrain efren eladio eleazar elias eligio eliseo eloy elmer emanuel emeterio emiliano
  emilio enrique epifanio erasmo eric ernesto erwin esteban eugenio eusebio evaristo everardo ezequiel fabian fabio
  fabricio facundo fausto federico felipe felix fermin fernando fidel fidencio filiberto flavio florencio florentino
  fortunato francisco franco froilan gabriel galo gaspar gaston genaro gerardo german geronimo gilberto gildardo gonzalo
  gregorio guido guillermo gumersindo gustavo hector helio heraclio heriberto hermenegildo hernan herminio higinio hilario
  hipolito homero horacio hugo humberto ian ignacio iker ildefonso indalecio inocencio isaac isaias isidoro isidro ismael
  israel ivan jacinto jacobo jaime jairo javier jeremias jeronimo jesus joan joaquin joel jonas jonatan jorge jose josue
  juan julian julio justino justo juvenal ladislao lautaro lazaro leandro leon leonardo leonel leopoldo liborio lino lisandro
  lorenzo luca lucas luciano lucio luis macario maikel manuel marcelino marcelo marcial marco marcos margarito mariano mario
  martin mateo matias mauricio mauro maximiliano maximino maximo melchor melquiades miguel milton misael modesto moises nahuel
  napoleon nestor nicanor nicolas noe noel norberto octavio odilon olegario omar onesimo orlando oscar osvaldo otto ovidio
  pablo pascual pastor patricio paulino pedro pio placido policarpo porfirio primitivo prospero quintin rafael ramiro ramon
  raul raymundo refugio reinaldo remigio renato rene reynaldo ricardo rigoberto roberto rodolfo rodrigo rogelio roland rolando
  roman romeo romualdo ronaldo roque rosendo ruben rufino ruperto salomon salvador samuel sandro santiago santino santos saul
  saturnino sebastian segundo serafin sergio severino severo silverio silvestre silvino silvio simon sixto tadeo teodoro
  teofilo telesforo thiago timoteo tito tobias tomas toribio tristan ubaldo ulises urbano uriel valentin valerio vicente
  victor victoriano victorino vidal virgilio vladimir walter washington wenceslao wilfredo wilmer wilson xavier yahir yair
  yeison zacarias zenon`;

const PORTUGUESE = `
  abilio ademar ademir adilson adriano aecio afonso agnaldo alessandra alessandro alexandre alice aline aloisio altair
  amauri ana anderson andre andreia andressa antonia antonio aparecida aparecido arlindo armindo artur augusta ayrton
  batista beatriz benedita benedito bento bernadete breno bruna caio camila carina carlos cassia cassio catarina cauan celso
  cintia clarice claudete cleber cleiton cleusa conceicao cristiane cristiano daiane daisy dalva danielle danilo davi debora
  deise denilson denise diogo dirce diva djalma douglas duarte eder edilene edilson edinaldo edite edmilson edna edson
  eduarda elaine elaina eliane elias eliete elisangela elton emanuele emerson enzo erika eva evandro evelyn everton fabiano
  fabricia fatima fernanda filipa filipe flavia franciele francielle francisca francisco frederico geovana geraldo geralda
  gerson gilmar gilson giovana giovani gisele gleice goncalo graca graziela guilherme guiomar gustavo heitor helder helena
  helio heloisa henrique hermes iara igor ilma ines inacio iolanda iracema irineu isabel isabella isadora itamar ivete ivo
  ivone jaqueline jair jairo jandira jeferson joana joao joaquim joelma jonas jorge josiane jose jovita jucara juliana
  julio jurema jussara kaique kamila karine katia kelly kleber laercio laercia laila lais larissa lauro leandro leila leonor
  lenilda leticia lidiane ligia lilian livia lorena lourenco luan luana lucas luciano luciene lucilene luis luiz luzia magno
  maicon manoel manuela marcela marcelo marcia marcio marcos mariane marilene marilia marina marinalva marisa marlene marli
  marlon mateus mauricio melissa michele miguel milena mirela mirian moacir monique murilo nair natalia nathalia nayara neide
  nelson neusa nilson nilton nilza noemia nuno odair odete olavo orlando osmar osvaldo otavio palmira paola paulo patricia
  pedro poliana priscila rafaela raimunda raimundo raquel raissa regiane reginaldo reinaldo renan renata renato ricardo rita
  roberta roberto robson rodrigo roger romulo ronaldo rosangela roseli rosilene rosimeire rosmari rubens rui samanta samara
  sandro sara selma sergio severina severino sidnei silvana silvio simone solange sonia sueli suelen suzana taina tainara
  tais talita tarcisio tatiane telma teresinha thais thiago tiago ulisses vagner valdecir valdemar valdir valeria valter
  vanderlei vanderson vanessa vania vera vinicius vitor vitoria viviane wagner waldir wallace wellington wesley william yasmin
  yuri zelia zenaide zilda`;

const ENGLISH = `
  aaliyah abby adam addison agnes aiden albert alex alfred alison allan allison alyssa amber amy andrew angus ann anna anne
  annabelle annette anthony april archie arnold arthur ashley audrey austin ava barry benedict bernard bernice bethany betty
  beverly blake brandon brian brianna bridget bruce bryan caitlin caleb cameron candace carl carly carol caroline carolyn
  catherine chad charles charlotte chase chelsea chloe chris christian christina christine christopher cindy claire clara
  clark clayton clifford cody colin connie connor courtney craig crystal curtis cynthia cyril daisy dale darla darlene daryl
  dean deborah dennis derek diane dominic donald donna doris dorothy dylan earl edith edmund edward eileen eleanor elijah ella
  ellen elliot emily emmanuel eric erin esther ethan eugene evan faith felicity fiona florence frances francis frank fred
  frederick gabrielle gail garrett gary gavin geoffrey george georgia gerald gilbert gina glenn gordon grace graham grant greg
  gregory hailey hannah harold harriet harrison harry hazel heather helen henry herbert holly howard hudson hunter imogen irwin
  isabelle isaiah jack jackson jacob jake james jamie jane janice jared jasmine jason jay jean jeff jeffrey jenna jennifer
  jeremy jerome jesse jill joan joanna jodie john jonathan jordan joseph joshua joy joyce judy julian julie june justin
  kaitlyn karen kate katelyn katherine kathleen kathryn katie kayla kaylee keith kelly kelvin ken kenneth kevin kim kimberly
  kirsten kristen kristin kristina kyle lachlan larry lauren laurence lawrence leah lee leonard leroy leslie lewis liam lilian
  lily linda lindsay lisa logan lois lori louis louise lucy luke lydia lynn mackenzie madeline madison malcolm mallory marcus
  margaret maria marian marie marilyn mark marsha martha martin marvin mary mason matthew maureen max maxwell megan melanie
  melinda melissa meredith michael mitchell molly morgan morris nancy natalie natasha nathan nathaniel neil nicholas nigel
  noah norman oliver olivia oscar owen paige pamela patrick paul pauline peggy penelope penny perry peter philip phillip
  phoebe phyllis rachel ralph ray raymond rebecca reginald renee rhonda richard riley robert robin rodney roger ronald rose
  rosemary ross roy russell ruth ryan sally samantha samuel sarah scott sean shannon sharon shaun shawn sheila shirley sidney
  simon sophia sophie spencer stacey stanley stella stephanie stephen steven stewart stuart sue susan susanne suzanne sydney
  sylvia tanya tara taylor terence teresa terry thelma theodore theresa thomas tiffany timothy tina todd tracey tracy travis
  trevor tyler valerie vernon veronica vincent violet vivian walter warren wayne wendy wilfred william winifred zachary zara`;

/** Every listed given name. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  [SPANISH_FEMALE, SPANISH_MALE, PORTUGUESE, ENGLISH].flatMap((list) => list.trim().split(/\s+/)),
);

/** Given names of women in Spanish. Where another language gives one to men, it is here too. */
export const FEMALE_NAMES: ReadonlySet<string> = new Set(SPANISH_FEMALE.trim().split(/\s+/));

/**
 * Names that head so many compound names that sharing one says little: Juan Carlos and Juan Pablo are brothers, María
 * José and María Elena sisters.
 */
export const COMPOUND_HEADS: ReadonlySet<string> = new Set(
  `maria ana jose juan luis carlos joao antonio francisco miguel jorge pedro manuel jesus angel victor marco rosa luz
   diego`.split(/\s+/),
);

/** Second parts of devotional names, in which a particle does not begin a surname: María de los Ángeles. */
export const DEVOTIONS: ReadonlySet<string> = new Set(
  `carmen angeles jesus luz rosario pilar socorro refugio lourdes guadalupe concepcion conceicao mercedes dolores dores
   consuelo soledad rocio mar sol fatima paz graca gracas gloria monte remedios milagros nieves amparo esperanza caridad
   candelaria ceu aparecida livramento carmo nazare penha salud sagrario belen montserrat trinidad
   asuncion corazon`.split(/\s+/),
);
