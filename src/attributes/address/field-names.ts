import { foldName } from './address-text.js';
import { own } from './own.js';
import type { CountryRules, Role } from './countries/country-rules.types.js';

/** What keys of an address object mean, folded: English, Spanish and Portuguese; countries have words of their own. */
const FIELD_NAMES: ReadonlyMap<string, Role> = new Map(
  Object.entries({
    country: 'country countrycode countryname pais codigopais nation addresscountry',
    adminArea:
      'adminarea administrativearea state statecode region regioncode province provincecode provincia estado uf departamento entidad entidadfederativa stateprovince addressregion comunidadautonoma',
    municipality: 'municipality municipio alcaldia delegacion comuna canton partido',
    city: 'city cityname ciudad cidade town poblacion addresslocality posttown',
    locality: 'locality localidad localidade village',
    dependentLocality:
      'dependentlocality sublocality neighbourhood neighborhood colonia col barrio bairro distrito district suburb parroquia asentamiento sector fraccionamiento',
    settlement: 'settlement urbanizacion urb villa condominio residencial complex conjuntoresidencial',
    streetType: 'streettype tipovia tipovialidad tipocalle tipodevia tipologradouro',
    street:
      'street streetname calle calleprincipal nombrecalle nombrevia logradouro rua via vialidad thoroughfare avenida carrera thoroughfarename',
    number:
      'number numero num no nro housenumber streetnumber house exteriornumber exterior numeroexterior numexterior noexterior numext numeroext noext ext altura placa numerocasa',
    unit: 'unit complemento complement unitnumber subpremise addressline2unit numerointerior numinterior nointerior numint numeroint noint interiornumber aptnumber floor',
    crossStreets:
      'crossstreets crossstreet callesecundaria entrecalles entrecalle entrecalle1 entrecalle2 entre betweenstreets esquina interseccion ycalle',
    postalCode: 'postalcode postcode zip zipcode cep cp codigopostal codpostal postal',
    reference:
      'reference references referencia referencias referenciasdomicilio puntodereferencia puntoreferencia indicaciones landmark pontodereferencia',
    line: 'line line1 line2 line3 line4 lines address address1 address2 address3 addressline addressline1 addressline2 addressline3 direccion direccion1 direccion2 domicilio domicilio1 domicilio2 endereco full fulladdress addressfull formatted formattedaddress streetaddress street1 street2 linea1 linea2 calleynumero text',
  }).flatMap(([role, names]) => names.split(' ').map((name) => [name, role as Role] as const)),
);

/** Designators for keys that hold what is inside without saying so: `interiorNumber: 4`. */
const UNIT_KEYS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    int: 'numerointerior numinterior nointerior numint numeroint noint interiornumber',
    apto: 'aptnumber',
    piso: 'floor',
  }).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
);

export interface FieldName {
  readonly role: Role | null;
  /** Folded designator that the key gives its value: piso, interior. */
  readonly unit: string | null;
}

/** What a key means in an address of that country; no role when it means nothing that is known. */
export function fieldName(key: string, rules: CountryRules): FieldName {
  const name = foldName(key);
  const here = own(rules.fieldNames ?? {}, name);
  const known = here ?? FIELD_NAMES.get(name);
  if (name === 'unit') return { role: 'unit', unit: null };
  const unit = UNIT_KEYS.get(name) ?? (own(rules.units, name) === undefined ? null : name);
  if (known === undefined || known === 'unit') return { role: known ?? (unit === null ? null : 'unit'), unit };
  return { role: known, unit: null };
}
