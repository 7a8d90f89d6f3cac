/**
 * Common surnames of Latin America, Spain, Portugal and the United States, as comparable tokens: they show where the
 * surnames of a full name begin. Compiled for this project from general knowledge; it need not be complete.
 */
const SURNAMES_LISTED = `
  abreu acevedo acosta acuna aguilar aguilera aguirre alarcon alcantara alfaro almeida alonso alvarado alvarez alves amaral
  amaya andrade aquino aragon aranda araujo arce arellano arias arroyo avalos avila ayala azevedo baez balderas ballesteros
  barbosa barajas barrera barreto barrios barros bastos bautista beltran benavides benitez bermudez bernal blanco bonilla
  borges botelho braga bravo brito bueno bustamante bustos caballero cabral cabrera caceres calderon camacho camargo campos
  cano cardenas cardona cardoso carrasco carrera carrillo carvajal carvalho casas castaneda castano castillo castro
  cavalcanti cedillo ceron cervantes chaves chavez cisneros coelho contreras cordero cordoba cornejo corona coronado correa
  correia cortes cortez costa coutinho covarrubias crespo cruz cuellar cuevas cunha davila delgado dias diaz dominguez
  duarte duran echeverria elizondo enriquez escalante escamilla escobar escobedo espinosa espinoza esquivel estrada farias
  felix fernandes fernandez ferrer ferreira ferrari figueiredo figueroa flores fonseca franco freitas freire fuentes galindo
  gallardo gallegos galvan gama gamboa garay garcia garza gaytan gil gimenez godoy gomes gomez goncalves gonzales gonzalez
  granados guedes guerra guerrero guevara guillen guimaraes gutierrez guzman henriquez heredia hernandez herrera hidalgo
  hinojosa huerta hurtado ibanez ibarra iglesias jaimes jaramillo jardim jimenez juarez jones lara leal ledesma leite leiva
  lemos leon lima linares lira lobo lopes lopez loera losada lozano lucero lugo luna macedo machado macias madrid maldonado
  marin marinho marquez marques marroquin martin martinez martins mata matos maya mayorga maza medeiros medina mejia melendez
  melo mena mendes mendez mendoza menendez meneses mercado merino mesa meza miller miranda molina monroy monsalve montalvo
  montano monteiro montenegro montero montes montiel montoya mora moraes morais morales moreira moreno mosquera mota moura
  moya muniz munoz murillo naranjo nascimento nava navarrete navarro neves nieto nogueira noriega novoa nunes nunez ocampo
  ochoa ojeda olivares oliveira oliva olvera ordonez orellana orozco ortega ortiz osorio otero oviedo pacheco padilla
  paiva palacios palma paredes parra patino paz pedraza pena peralta perdomo pereira perez pimentel pineda pinheiro pinto pinzon
  pires ponce portillo prado preciado prieto pulido quevedo quijano quintana quintero quiroga quiroz quispe ramirez ramos
  rangel rebolledo rendon resende restrepo reyes reis ribeiro ricardo rico rincon rios riquelme rivas rivera rivero robledo
  robles rocha rodrigues rodriguez rojas roldan roman romero rosales rosas rosario rossi rubio rueda ruiz saavedra salas
  salazar salcedo saldana salgado salinas salvador samaniego sanabria sanches sanchez sandoval santana santiago santillan
  santos segovia segura sepulveda serna serrano sierra silva silveira silveyra smith soares solano solis solorzano sosa soto
  sousa souza suarez tapia tavares taylor teixeira tejada tellez terrazas thomas toledo toro torres tovar trejo trevino
  trujillo ulloa uribe urrutia valadez valdes valdez valdivia valencia valenzuela valle vallejo vaquero varela vargas vasquez
  vaz vazquez vega velasco velasquez velazquez velez venegas vera vergara vidal vieira vigil vilas villa villalobos villanueva
  villarreal villegas williams wilson xavier yanez ybarra zambrano zamora zapata zarate zavala zuniga`;

/** Every listed surname. */
export const SURNAMES: ReadonlySet<string> = new Set(SURNAMES_LISTED.trim().split(/\s+/));

/** Written abbreviations of surnames. */
export const SURNAME_ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  `fdez fernandez,fdz fernandez,fernz fernandez,gcia garcia,gca garcia,glez gonzalez,glz gonzalez,gzlz gonzalez,
   gnzlz gonzalez,gmz gomez,gtz gutierrez,gtrz gutierrez,hdez hernandez,hdz hernandez,hndz hernandez,jmz jimenez,
   jmnz jimenez,lpz lopez,mdz mendez,mndz mendez,mtz martinez,mtnz martinez,mrtnz martinez,mnz martinez,prz perez,
   rdz rodriguez,rdguez rodriguez,rguez rodriguez,rodz rodriguez,rmz ramirez,rmrz ramirez,schz sanchez,snchz sanchez,
   szhz sanchez,vzqz vazquez,vqz vazquez,vlz velez,alvz alvarez,dmgz dominguez,dguez dominguez,sto santo,sta santa`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
