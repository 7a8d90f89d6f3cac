import { describe, expect, test } from '@jest/globals';
import { comparePersons } from './compare-persons.js';
import { personOf } from './person-of.js';
import type { Person } from './person.types.js';

/**
 * verdict | one person | the other. A person is `given / family @birth date`, or `= full name @birth date`.
 * Both orders are tested.
 */
const CASES = `
  # accents, case, particles, punctuation
  AGREE      | José / Pérez | JOSE / PEREZ
  AGREE      | Begoña / Núñez | begona / nunez
  AGREE      | João / Conceição | JOAO / CONCEICAO
  AGREE      | María del Carmen / Gómez | Maria Carmen / Gomez
  AGREE      | María de los Ángeles / Ruiz | MARIA ANGELES / RUIZ
  AGREE      | Ana / de la Torre | Ana / Torre
  AGREE      | Ana / O'Higgins | Ana / Ohiggins
  AGREE      | Jean-Pierre / Dupont | Jean Pierre / Dupont
  AGREE      |   Ana   María / Gómez | Ana María / Gómez
  AGREE      | Zoë / Lima | Zoe / Lima
  # mojibake and lost letters
  AGREE      | MarÃ­a JosÃ© / MuÃ±oz | María José / Muñoz
  AGREE      | JosÃ© / PÃ©rez | José / Pérez
  AGREE      | JoÃ£o / SimÃµes | João / Simões
  AGREE      | Mar�a / G�mez | María / Gómez
  AGREE      | Jos? Luis / N??ez | José Luis / Núñez
  AGREE      | RaÃºl / Ibarra | Raul / Ibarra
  AGREE      | J0rge / Luna | Jorge / Luna
  # abbreviations
  AGREE      | Ma. Elena / Soto | María Elena / Soto
  AGREE      | Mª Elena / Soto | María Elena / Soto
  AGREE      | M.ª Elena / Soto | Maria Elena / Soto
  AGREE      | Fco. Javier / Ruiz | Francisco Javier / Ruiz
  AGREE      | Gpe. / Luna | Guadalupe / Luna
  AGREE      | Gmo. / Hdez. | Guillermo / Hernández
  AGREE      | Dr. Luis / Paz | Luis / Paz
  AGREE      | Sra. Rosa / Paz | Rosa / Paz
  AGREE      | Lic. Marta / Rey | Marta / Rey
  AGREE      | Ing. Raúl / Rey | Raúl / Rey
  # nicknames: Spanish
  AGREE      | Pepe / Ruiz | José / Ruiz
  AGREE      | Paco / Ruiz | Francisco / Ruiz
  AGREE      | Pancho / Ruiz | Francisco / Ruiz
  AGREE      | Lupita / Ruiz | Guadalupe / Ruiz
  AGREE      | Chuy / Ruiz | Jesús / Ruiz
  AGREE      | Memo / Ruiz | Guillermo / Ruiz
  AGREE      | Beto / Ruiz | Alberto / Ruiz
  AGREE      | Beto / Ruiz | Humberto / Ruiz
  AGREE      | Nacho / Ruiz | Ignacio / Ruiz
  AGREE      | Toño / Ruiz | Antonio / Ruiz
  AGREE      | Quique / Ruiz | Enrique / Ruiz
  AGREE      | Kike / Ruiz | Enrique / Ruiz
  AGREE      | Lalo / Ruiz | Eduardo / Ruiz
  AGREE      | Charo / Ruiz | Rosario / Ruiz
  AGREE      | Chelo / Ruiz | Consuelo / Ruiz
  AGREE      | Juancho / Ruiz | Juan / Ruiz
  AGREE      | Juanito / Ruiz | Juan / Ruiz
  AGREE      | Anita / Ruiz | Ana / Ruiz
  AGREE      | Pepe / Ruiz | Chepe / Ruiz
  AGREE      | Pepe Luis / Ruiz | José Luis / Ruiz
  # nicknames: Portuguese
  AGREE      | Zé / Souza | José / Souza
  AGREE      | Chico / Souza | Francisco / Souza
  AGREE      | Tonho / Souza | Antônio / Souza
  AGREE      | Carlinhos / Souza | Carlos / Souza
  AGREE      | Teresinha / Souza | Tereza / Souza
  AGREE      | Gui / Souza | Guilherme / Souza
  # nicknames: English
  AGREE      | Bob / Smith | Robert / Smith
  AGREE      | Robbie / Smith | Bob / Smith
  AGREE      | Liz / Smith | Elizabeth / Smith
  AGREE      | Peggie / Charney | Margaret / Charney
  AGREE      | Pat / Smith | Patrick / Smith
  AGREE      | Pat / Smith | Patricia / Smith
  AGREE      | Jim / Muir | James / Muir
  # spellings and sounds
  AGREE      | Yesica / Ruiz | Jessica / Ruiz
  AGREE      | Jhon / Ruiz | John / Ruiz
  AGREE      | Jon / Ruiz | John / Ruiz
  AGREE      | Luiz / Souza | Luis / Sousa
  AGREE      | Luis / Garski | Louis / Garsky
  AGREE      | Geoffrey / Brown | Jeffrey / Brown
  AGREE      | Wilson / Paz | Vilson / Paz
  AGREE      | Cesar / Paz | Sésar / Paz
  AGREE      | Elena / Paz | Helena / Paz
  AGREE      | Ximena / Paz | Jimena / Paz
  AGREE      | Umberto / Paz | Humberto / Paz
  AGREE      | Mohamed / Antoun | Muhammed / Antoun
  AGREE      | Zara / Thompson | Sahra / Tompson
  # typing errors
  AGREE      | Alejndra / Paz | Alejandra / Paz
  AGREE      | Guilermo / Paz | Guillermo / Paz
  AGREE      | Fernadno / Paz | Fernando / Paz
  AGREE      | Rosemay / Thomas | Rosemary / Thomas
  AGREE      | Alejandr / Paz | Alejandro / Paz
  AGREE      | Francis co / Paz | Francisco / Paz
  AGREE      | kwarisima / aromorach | karisima / aromorach
  AGREE      | anasthesia / nyeko | anajthesia / nyeko
  AGREE      | pen ilope / owek | penilope / owek
  AGREE      | sharri et / bomera | sharriet / bomera
  # compound names
  AGREE      | José Luis / Paz | José / Paz
  AGREE      | José Luis / Paz | Luis / Paz
  AGREE      | José Luis / Paz | Luis José / Paz
  AGREE      | Anamaría / Paz | Ana María / Paz
  AGREE      | Joseluis / Paz | José Luis / Paz
  AGREE      | Ana / Paz | Ana María / Paz
  AGREE      | María Elena / Paz | Elena / Paz
  AGREE      | Majo / Paz | María José / Paz
  AGREE      | Juanpa / Paz | Juan Pablo / Paz
  AGREE      | Cadu / Lima | Carlos Eduardo / Lima
  AGREE      | Maite / Paz | María Teresa / Paz
  AGREE      | María / Paz @1990-02-03 | María Elena / Paz @1990-02-03
  AGREE      | Anna / Aguilar | Anna Marie / Aguilar
  # initials
  AGREE      | J. C. / Paz | Juan Carlos / Paz
  AGREE      | Juan C. / Paz | Juan Carlos / Paz
  AGREE      | B / Smith @1979-11-12 | Bob / Smith @1978-11-12
  AGREE      | J / Muir @1999-12-10 | Jane / Muir @1999-12-10
  AGREE      | Bob J / Smith | Robert / Smith
  # swapped given and family names
  AGREE      | López / Ana | Ana / López
  AGREE      | Daniella / Shaw | Shaw / Daniella
  AGREE      | García Ruiz / Ana | Ana / García
  AGREE      | Gómez / Pepe | José / Gómez
  # full names
  AGREE      | = Juan Carlos Pérez Gómez | Juan Carlos / Pérez
  AGREE      | = PÉREZ GÓMEZ, JUAN CARLOS | Juan Carlos / Pérez
  AGREE      | = PEREZ GOMEZ JUAN CARLOS | Juan Carlos / Pérez
  AGREE      | = María de los Ángeles García de la Torre | María Ángeles / García
  AGREE      | = Dra. Lucía Fernández | Lucía / Fernández
  AGREE      | = João da Silva Santos | João / Santos
  AGREE      | = Hughes, Howie | Howard / Hughes
  # surnames never contradict
  AGREE      | Amanda / Anderson @1987-03-12 | Amanda / Jones @1987-03-12
  AGREE      | Ana / Gómez | Ana / Gómez de López
  AGREE      | Luis / Paz | Luis / Rey
  # birth dates
  AGREE      | Ana / Paz @1990-02-03 | Ana / Paz @1990-03-02
  AGREE      | Ana / Paz @1990-02-13 | Ana / Paz @1990-02-18
  AGREE      | Ana / Paz @1990-02-13 | Ana / Paz @1990-02-31
  AGREE      | Ana / Paz @1939-11-05 | Ana / Paz @1993-11-05
  AGREE      | Ana / Paz @1990-02-13 | Ana / Paz
  AGREE      | Ana / Paz @1990-02-13 | Ana / Paz @1900-01-01
  # what only surname and birth date together can decide
  AGREE      | Robert / Paz @1980-05-06 | Roberto / Paz @1980-05-06
  AGREE      | João / Lima @1980-05-06 | Juan / Lima @1980-05-06
  AGREE      | inne / evarn @1944-11-20 | winne / evarn @1944-11-20
  UNKNOWN    | Robert / Paz | Roberto / Paz
  UNKNOWN    | João / Lima | Juan / Lima
  UNKNOWN    | Tiago / Lima | Santiago / Lima
  UNKNOWN    | Marina / Paz | Mariana / Paz
  UNKNOWN    | Marina / Paz @1980-05-06 | Mariana / Paz @1980-05-06
  UNKNOWN    | Rigoberta / Paz | Rigoberto / Paz
  # nothing known
  UNKNOWN    | / | /
  UNKNOWN    | / Paz | / Paz
  UNKNOWN    | / Paz @1980-05-06 | / Paz @1980-05-06
  UNKNOWN    | Ana / Paz | / Paz
  UNKNOWN    | Sin nombre / Paz | Ana / Paz
  UNKNOWN    | N/A / | N/A /
  UNKNOWN    | Consumidor / Final | Consumidor / Final
  UNKNOWN    | Público / en General | Ana / Paz
  UNKNOWN    | XXX / XXX | XXX / XXX
  UNKNOWN    | Test / Test | Test / User
  UNKNOWN    | = Cliente Mostrador | = Cliente Mostrador
  UNKNOWN    | RN de María / Paz | María / Paz
  UNKNOWN    | 王杰 / | Jie / Wang
  UNKNOWN    | فيصل / صديقي | Faisal / Siddiqui
  # initials prove little, and so does María
  UNKNOWN    | J. / García | Juan / García
  UNKNOWN    | J. / García | Julia / García
  UNKNOWN    | B. / Ruiz | Alberto / Ruiz
  UNKNOWN    | J. / García | J. / García
  UNKNOWN    | Ana M. / Paz | Ana Luisa / Paz
  UNKNOWN    | María / Paz | María Elena / Paz
  UNKNOWN    | José / Paz | María José / Paz
  UNKNOWN    | Isabel / Paz | Maribel / Paz
  UNKNOWN    | Rodrigo Luis / Paz | Rodrigo Tomás / Paz
  CONTRADICT | Fabricia / Paz | Fabricio / Paz
  UNKNOWN    | García / | Ana / García
  # other persons
  CONTRADICT | Ana / Paz | Luis / Paz
  CONTRADICT | María / Paz | Mario / Paz
  CONTRADICT | Juan / Paz | Juana / Paz
  CONTRADICT | Luis / Paz | Luisa / Paz
  CONTRADICT | Daniel / Paz | Daniela / Paz
  CONTRADICT | Carlos / Paz | Carla / Paz
  CONTRADICT | Ana / Paz | Eva / Paz
  CONTRADICT | José / Paz | Josefa / Paz
  CONTRADICT | Luis A. / Paz | Luisa / Paz
  CONTRADICT | Marta / Paz @1980-05-06 | Mario / Paz @1980-05-06
  CONTRADICT | Juan Carlos / Paz | Juan Pablo / Paz
  CONTRADICT | María José / Paz | María Elena / Paz
  CONTRADICT | Ana Lucía / Paz | Ana Sofía / Paz
  CONTRADICT | José Luis / Paz @1980-05-06 | José Antonio / Paz @1980-05-06
  CONTRADICT | Pepe Luis / Paz | José Antonio / Paz
  CONTRADICT | Majo / Paz | María Elena / Paz
  CONTRADICT | Beto / Paz | Carlos / Paz
  CONTRADICT | Pepe / Paz | Paco / Paz
  CONTRADICT | Ana / Anderson | Annabelle / Anderson
  CONTRADICT | J. / García | María / García
  CONTRADICT | Jim / Muir | Jane / Muir
  CONTRADICT | Darla / Anderson @1980-01-07 | Darlene / Anderson @1980-01-07
  CONTRADICT | = Juan Carlos Pérez Gómez | = Juan Pablo Pérez Gómez
  CONTRADICT | = PÉREZ GÓMEZ JUAN CARLOS | = PÉREZ GÓMEZ ANA SOFÍA
  # father and son, mother and daughter: one name
  CONTRADICT | Juan / Paz @1955-02-03 | Juan / Paz @1981-06-17
  CONTRADICT | Rosa / Paz @1962-10-21 | Rosa / Paz @1990-02-03
  CONTRADICT | / @1955-02-03 | / @1981-06-17
  CONTRADICT | David / Dobbins Jr | David / Dobbins Senior
  CONTRADICT | João / Lima Filho | João / Lima Neto
  UNKNOWN    | João / Lima Filho | João / Lima
  AGREE      | João / Lima Filho | João / Lima Júnior
  AGREE      | Jeffrey / Brown Jr @1982-06-21 | Jeffrey / Brown @1982-06-21
`;

interface Case {
  readonly verdict: string;
  readonly one: string;
  readonly other: string;
}

function readCases(table: string): Case[] {
  const rows = table.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  return rows.map((row) => {
    const [verdict = '', one = '', other = ''] = row.split('|').map((cell) => cell.trim());
    return { verdict, one, other };
  });
}

function readPerson(text: string): Person {
  const [name = '', birthDate] = text.split('@');
  if (name.startsWith('=')) return personOf({ fullName: name.slice(1).trim(), birthDate });
  const [givenName, familyName] = name === 'N/A /' ? ['N/A', ''] : name.split('/');
  return personOf({ givenName, familyName, birthDate });
}

describe('comparePersons', () => {
  const cases = readCases(CASES);

  test('the table covers all three verdicts', () => {
    const count = (verdict: string) => cases.filter((row) => row.verdict === verdict).length;
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect([count('AGREE') > 40, count('UNKNOWN') > 20, count('CONTRADICT') > 20]).toEqual([true, true, true]);
  });

  test.each(cases)('$verdict: $one | $other', ({ verdict, one, other }) => {
    const [a, b] = [readPerson(one), readPerson(other)];
    expect(comparePersons(a, b)).toBe(verdict);
    expect(comparePersons(b, a)).toBe(verdict);
  });
});
