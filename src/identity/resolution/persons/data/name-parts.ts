/** Small words inside names that identify nobody: comparison ignores them. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de del la las los lo da das do dos di du d van von der den vda viuda casada'.split(' '),
);

/** "and" between surnames (Ortega y Gasset, Costa e Silva). */
export const CONNECTORS: ReadonlySet<string> = new Set(['y', 'e', 'i']);

/** Forms of address before a name, in Spanish, Portuguese and English. */
export const TITLES: ReadonlySet<string> = new Set(
  `sr sra srta srita srs senor senora senorita dr dra doctor doctora doutor doutora lic licda licenciado licenciada ing
   ingeniero ingeniera eng engenheiro arq arqto prof profa profesor profesora professor mtro mtra maestro maestra don dona
   abg abog adv cp mr mrs ms miss mister fray sor psic enf tec sgto cap cnel gral`.split(/\s+/),
);

/** What stands after a name to tell the generations apart -> a mark; the marks of father and son contradict. */
export const GENERATIONS: ReadonlyMap<string, string> = new Map([
  ['sr', '+1'],
  ['senior', '+1'],
  ['padre', '+1'],
  ['jr', '+2'],
  ['jnr', '+2'],
  ['junior', '+2'],
  ['hijo', '+2'],
  ['filho', '+2'],
  ['ii', '+2'],
  ['neto', '+3'],
  ['nieto', '+3'],
  ['iii', '+3'],
  ['iv', '+4'],
]);

/** Written abbreviations of given names. */
export const GIVEN_ABBREVIATIONS: ReadonlyMap<string, string> = new Map([
  ['ma', 'maria'],
  ['mra', 'maria'],
  ['fco', 'francisco'],
  ['fca', 'francisca'],
  ['fdo', 'fernando'],
  ['fda', 'fernanda'],
  ['gpe', 'guadalupe'],
  ['guad', 'guadalupe'],
  ['gmo', 'guillermo'],
  ['jse', 'jose'],
  ['jos', 'jose'],
  ['jph', 'joseph'],
  ['mgl', 'miguel'],
  ['ant', 'antonio'],
  ['rdo', 'ricardo'],
  ['edo', 'eduardo'],
  ['alfdo', 'alfredo'],
  ['dgo', 'domingo'],
  ['mnl', 'manuel'],
  ['rbto', 'roberto'],
  ['wm', 'william'],
  ['jno', 'john'],
  ['thos', 'thomas'],
]);
