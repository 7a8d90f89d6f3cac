/** Names of people, roughly by frequency (public name statistics of the countries, from memory); for test data only. */
import { Zipf } from './random.mjs';

const words = (/** @type {string} */ text) =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '));

const SPANISH = {
  male: words(`José Juan Luis Carlos Jorge Miguel Francisco Antonio Manuel Jesús Pedro Alejandro Fernando Roberto Ricardo Eduardo
    Javier Daniel Sergio Mario David Rafael Martín Arturo Raúl Diego Andrés Gerardo Enrique Óscar Alberto Víctor Armando
    Jaime Rubén Héctor Guillermo Gustavo Ramón Hugo Pablo Alfredo Salvador Ernesto Felipe Gabriel César Julio Marco
    Santiago Mateo Sebastián Nicolás Emiliano Leonardo Matías Joaquín Tomás Agustín Benjamín Lautaro Facundo Ignacio Iván
    Rodrigo Adrián Cristian Esteban Gonzalo Mauricio Abel Ángel Nelson Wilson Edwin Jhon Yeison Brayan Kevin Rolando Fidel
    Simón Lorenzo Bruno Samuel Elías Emanuel Germán Hernán Leandro Maximiliano Néstor Patricio Ulises Vicente Wilmer Ariel`),
  female:
    words(`María Guadalupe Juana Margarita Ana Rosa Verónica Patricia Carmen Elizabeth Alejandra Laura Gabriela Martha
    Leticia Silvia Claudia Adriana Sandra Teresa Mónica Andrea Isabel Yolanda Norma Diana Gloria Daniela Paola Valeria
    Lucía Sofía Camila Valentina Mariana Fernanda Natalia Carolina Karina Lorena Rocío Cecilia Beatriz Alicia Elena Julia
    Ximena Renata Victoria Martina Emilia Florencia Agustina Micaela Julieta Romina Paula Constanza Javiera Catalina
    Antonia Isidora Luz Ángela Yesenia Maritza Nancy Rosario Pilar Dolores Raquel Marta Cristina Nuria Lourdes Milagros
    Esperanza Consuelo Amparo Inés Irene Josefina Magdalena Noemí Olga Rebeca Sara Susana Viviana Yamila Zoe Abril Estefanía
    Jazmín Marisol Pamela Tatiana Vanesa Ximara`),
  surnames:
    words(`García Hernández Martínez López González Rodríguez Pérez Sánchez Ramírez Cruz Flores Gómez Morales Vázquez
    Reyes Jiménez Torres Díaz Gutiérrez Ruiz Mendoza Aguilar Ortiz Moreno Castillo Romero Álvarez Méndez Chávez Rivera
    Juárez Ramos Domínguez Herrera Medina Castro Vargas Guzmán Velázquez Rojas de_la_Cruz Contreras Salazar Luna Ortega
    Guerrero Santiago Estrada Bautista Cortés Soto Alvarado Espinoza Lara Ávila Ríos Cervantes Silva Delgado Vega Márquez
    Sandoval Fernández León Carrillo Muñoz Núñez Peña Campos Vera Molina Suárez Acosta Benítez Cabrera Correa Figueroa
    Godoy Ibáñez Ledesma Maldonado Navarro Ojeda Paredes Quispe Mamani Huamán Condori Rosales Sepúlveda Tapia Ulloa
    Valdés Villalobos Yáñez Zapata Zúñiga Araya Bravo Cárdenas Escobar Fuentes Gallardo Henríquez Leiva Miranda Olivares
    Pizarro Quintero Restrepo Giraldo Londoño Ospina Uribe Cano Duque Mejía Arango Salas Serrano Blanco Iglesias Garrido
    del_Río de_los_Santos Montenegro Cevallos Zambrano Intriago Moreira Loor Bustamante Olivera Pereyra Sosa Quiroga
    Peralta Villalba Lezcano Aquino Arce Barrios Cáceres Echeverría Goicoechea Irigoyen Larrañaga Zubizarreta`),
};

const PORTUGUESE = {
  male: words(`José João Antônio Francisco Carlos Paulo Pedro Lucas Luiz Marcos Luís Gabriel Rafael Daniel Marcelo Bruno Eduardo
    Felipe Raimundo Rodrigo Manoel Mateus André Fernando Fábio Leonardo Gustavo Guilherme Leandro Tiago Anderson Ricardo
    Márcio Jorge Sebastião Alexandre Roberto Edson Diego Vitor Sérgio Cláudio Thiago Adriano Luciano Júlio Renato Alex
    Vinícius Rogério Samuel Ronaldo Mário Flávio Igor Caio Enzo Miguel Arthur Davi Bernardo Heitor Wellington Wesley`),
  female:
    words(`Maria Ana Francisca Antônia Adriana Juliana Márcia Fernanda Patrícia Aline Sandra Camila Amanda Bruna Jéssica
    Letícia Júlia Luciana Vanessa Mariana Gabriela Vera Vitória Larissa Cláudia Beatriz Luana Rita Sônia Renata Eliane
    Josefa Simone Natália Cristiane Carla Débora Rosângela Jaqueline Rosa Daniela Aparecida Marlene Terezinha Raimunda
    Andréia Fabiana Rafaela Raquel Bianca Tatiane Elaine Cecília Alice Helena Laura Manuela Sofia Isabela Lívia Thaís`),
  surnames:
    words(`da_Silva dos_Santos Oliveira Souza Rodrigues Ferreira Alves Pereira Lima Gomes Costa Ribeiro Martins Carvalho
    Almeida Lopes Soares Fernandes Vieira Barbosa Rocha Dias Nascimento Andrade Moreira Nunes Marques Machado Mendes
    Freitas Cardoso Ramos Gonçalves Santana Teixeira Araújo Pinto Cavalcanti Monteiro Moura Correia Batista Campos
    Barros Castro Azevedo Melo Cunha Braga Duarte Fonseca Guimarães Magalhães Peixoto Queiroz Sampaio Siqueira Tavares
    Vasconcelos Xavier Zanetti Rossi Bianchi Müller Schmidt Nakamura Tanaka Assunção do_Carmo das_Neves de_Jesus`),
};

/** @param {{ male: string[], female: string[], surnames: string[] }} names */
const tables = ({ male, female, surnames }) => ({
  male: new Zipf(male),
  female: new Zipf(female),
  surnames: new Zipf(surnames),
});
const SPANISH_TABLES = tables(SPANISH);
const PORTUGUESE_TABLES = tables(PORTUGUESE);

/** @param {string} country */
export const namesOf = (country) => (country === 'BR' ? PORTUGUESE_TABLES : SPANISH_TABLES);

/** Short forms people go by. */
export const NICKNAMES = new Map(
  Object.entries({
    José: 'Pepe',
    Francisco: 'Paco',
    Jesús: 'Chuy',
    Ignacio: 'Nacho',
    Manuel: 'Manolo',
    Guadalupe: 'Lupita',
    Dolores: 'Lola',
    Rosario: 'Charo',
    Consuelo: 'Chelo',
    Enrique: 'Quique',
    Eduardo: 'Lalo',
    Alejandro: 'Alex',
    Alejandra: 'Ale',
    Roberto: 'Beto',
    Gabriela: 'Gaby',
    Patricia: 'Paty',
    Isabel: 'Chabela',
    Josefina: 'Pepa',
    Luis: 'Lucho',
    Daniela: 'Dani',
    Fernanda: 'Fer',
    Valentina: 'Vale',
    Sebastián: 'Seba',
    Nicolás: 'Nico',
    Antonio: 'Toño',
    Margarita: 'Mago',
    Susana: 'Susi',
    João: 'Joãozinho',
    Antônio: 'Toninho',
    Luiz: 'Lula',
    Rafael: 'Rafa',
    Eduarda: 'Duda',
    Beatriz: 'Bia',
    Fernando: 'Nando',
  }),
);
