/** One word that stands for a compound given name; each alternative is a list of comparable tokens. */
const FORMS = `
  anabel: ana isabel/ana belen | anaju: ana julia | analu: ana lucia/ana luisa | anamari: ana maria |
  cadu: carlos eduardo | chema: jose maria/jose manuel | jc: juan carlos/jose carlos | jl: jose luis/juan luis |
  joca: joao carlos | joselo: jose luis/jose | joselu: jose luis | josema: jose maria/jose manuel |
  jotape: juan pablo/joao pedro | jp: juan pablo/joao paulo/joao pedro/juan pedro | juanca: juan carlos |
  juancar: juan carlos | juanfra: juan francisco | juanjo: juan jose | juanma: juan manuel | juanmi: juan miguel |
  juanpa: juan pablo | juanpi: juan pablo/juan pedro | juanra: juan ramon | luisfer: luis fernando |
  luisma: luis manuel/luis miguel/luis mario | luismi: luis miguel | luzma: luz maria |
  mabe: maria belen/maria beatriz | mabel: maria isabel | madu: maria eduarda | mafer: maria fernanda |
  maite: maria teresa | majo: maria jose | malena: maria elena/magdalena | malu: maria luisa/maria lucia |
  mamen: maria carmen | mapi: maria pilar | marian: maria angeles/maria ana | mariangel: maria angeles/maria angel |
  mariangeles: maria angeles | maribel: maria isabel | maricarmen: maria carmen | mariche: maria mercedes |
  marichu: maria jesus | maricruz: maria cruz | marifer: maria fernanda | marijo: maria jose/maria josefa |
  marijose: maria jose | marilena: maria elena | marilu: maria luisa/maria luz/maria lourdes/maria lucia |
  marilupe: maria guadalupe | mariluz: maria luz | maripaz: maria paz | maripepa: maria josefa | maripili: maria pilar |
  marisa: maria isabel/maria luisa | marisol: maria sol/maria soledad | marite: maria teresa | maritere: maria teresa |
  mayte: maria teresa | pepelu: jose luis | toze: antonio jose | zeca: jose carlos | zelu: jose luis`;

/** Short or fused form -> the compound names that it may stand for. */
export const COMPOUND_FORMS: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  FORMS.split('|').map((entry): [string, string[][]] => {
    const [form = '', meanings = ''] = entry.split(':');
    return [form.trim(), meanings.split('/').map((meaning) => meaning.trim().split(/\s+/))];
  }),
);
