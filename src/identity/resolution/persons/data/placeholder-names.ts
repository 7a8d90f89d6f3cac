/** Words that people and systems write where a name should be. A name made of these alone is unknown. */
export const PLACEHOLDER_WORDS: ReadonlySet<string> = new Set(
  `anonimo anonima anonymous aplica apellido apellidos asdf asdfgh asdasd abc abcd cliente clientes comprador confirmar
   consumidor contado customer datos default definir demo desconocido desconocida desconhecido disponible disponivel dummy
   empty empresa fake final foo generico generica general guest indefinido informado informar invitado convidado
   lastname firstname surname lnu fnu mostrador nan nd nenhum ninguno ninguna nome nombre nombres sobrenome noname none null
   paciente pending pendiente persona placeholder prueba pruebas publico qwe qwerty registrado sample sn sna tbd temp test
   teste tester testing undefined unknown user usuario usuaria valid vacio varios venta ventas vendas visitante xyz
   zxc zxcv`.split(/\s+/),
);

/** Words that may stand between those and mean nothing alone. */
export const PLACEHOLDER_FILLERS: ReadonlySet<string> = new Set(
  'no nao sin sem en em ao de del do da por para el la al a o not first last name available applicable new nuevo s n'.split(
    ' ',
  ),
);

/** Whole names, as folded words, that mean nobody. */
export const PLACEHOLDER_PHRASES: ReadonlySet<string> = new Set([
  'n a',
  'na',
  'n d',
  's n',
  'nn',
  'n n',
  'no name',
  'not available',
  'not applicable',
  'first name',
  'last name',
  'full name',
  'name',
  'x x',
  'john doe',
  'jane doe',
  'fulano',
  'fulana',
  'fulano de tal',
  'fulana de tal',
  'juan de los palotes',
]);

/** A newborn without a name yet is written with its mother's: that is not its given name. */
export const UNNAMED_NEWBORN =
  /^(rn|recien nacid[oa]|recem nascid[oa]|hij[oa] de|filh[oa] de|bebe|baby (boy|girl)|nacido)( |$)/;
