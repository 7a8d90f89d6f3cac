import { describe, expect, test } from '@jest/globals';
import type { NormalisedIdentifier } from './identifier.types.js';
import { normaliseNationalId } from './national-id.js';

function read(namespace: string, value: string, country: string | null = null): NormalisedIdentifier {
  const result = normaliseNationalId(value, namespace, { sourceCountry: country });
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.identifier;
}

function problemOf(namespace: string, value: string, country: string | null = null): string {
  const result = normaliseNationalId(value, namespace, { sourceCountry: country });
  expect(JSON.stringify(result)).not.toContain(value);
  return result.ok ? 'none' : result.problem.code;
}

describe('national ids with known schemes', () => {
  test.each([
    ['MX-CURP', 'GOMC850101HDFMRR05', 'GOMC850101HDFMRR05'],
    ['MX-CURP', 'gomc 850101 hdfmrr 05', 'GOMC850101HDFMRR05'],
    ['MX-CURP', 'CURP: GOMC850101HDFMRR05', 'GOMC850101HDFMRR05'],
    ['MX-RFC', 'GODE-561231-GR8', 'GODE561231GR8'],
    ['MX-RFC', 'mab930714 8t4', 'MAB9307148T4'],
    ['MX-RFC', 'ñ&a930714ab5', 'Ñ&A930714AB5'],
    ['BR-CPF', '529.982.247-25', '52998224725'],
    ['BR-CPF', 'CPF 529.982.247-25', '52998224725'],
    ['BR-CPF', '５２９９８２２４７２５', '52998224725'],
    ['BR-CNPJ', '11.222.333/0001-81', '11222333000181'],
    ['BR-CNPJ', '12.abc.345/01de-35', '12ABC34501DE35'],
    ['AR-DNI', '27.123.456', '27123456'],
    ['AR-DNI', '05.123.456', '5123456'],
    ['AR-CUIT', '20-26756539-3', '20267565393'],
    ['CL-RUT', '12.531.909-2', '12531909-2'],
    ['CL-RUT', '012531909-2', '12531909-2'],
    ['CL-RUT', '10.000.013-k', '10000013-K'],
    ['CL-RUT', '5.126.663-3', '5126663-3'],
    ['CO-CC', '52.123.457', '52123457'],
    ['CO-CC', 'C.C. 1.020.304.050', '1020304050'],
    ['CO-NIT', '860.002.964-4', '860002964-4'],
    ['CO-NIT', '860002964', '860002964-4'],
    ['CO-NIT', '8600029644', '860002964-4'],
    ['CO-NIT', '1.020.304.050', '1020304050-8'],
    ['CO-NIT', '1020304050-8', '1020304050-8'],
    ['CO-NIT', '80.123.456-4', '80123456-4'],
    ['PE-DNI', '40234517', '40234517'],
    ['PE-DNI', '10117410-2', '10117410'],
    ['PE-DNI', '10117410-g', '10117410'],
    ['PE-RUC', '20512333797', '20512333797'],
    ['PE-RUC', '10402345174', '10402345174'],
    ['EC-CEDULA', '171430710-3', '1714307103'],
    ['EC-RUC', '1792060346-001', '1792060346001'],
    ['UY-CI', '3.845.672-0', '38456720'],
    ['UY-RUT', '211003420017', '211003420017'],
    ['ES-NIF', '54362315-k', '54362315K'],
    ['ES-NIF', 'ES54362315K', '54362315K'],
    ['ES-NIF', 'K1234568C', 'K1234568C'],
    ['ES-NIE', 'x-2482300-w', 'X2482300W'],
    ['ES-CIF', 'J-99216582', 'J99216582'],
    ['US-SSN', '294-66-9998', '294669998'],
  ])('%s %s', (namespace, value, canonical) => {
    expect(read(namespace, value)).toMatchObject({ namespace, canonical, quality: 'ok' });
  });

  test.each([
    ['zeros lost from a CPF', 'BR-CPF', '1234598779', '01234598779'],
    ['two zeros lost from a CPF', 'BR-CPF', '123459702', '00123459702'],
    ['a zero lost from a CNPJ', 'BR-CNPJ', '6123456000125', '06123456000125'],
    ['a zero lost from a cédula of Guayas', 'EC-CEDULA', '914307152', '0914307152'],
    ['a cédula of seven digits', 'UY-CI', '345.678-7', '03456787'],
    ['a zero lost from a DNI', 'ES-NIF', '1234568C', '01234568C'],
  ])('%s', (_name, namespace, value, canonical) => {
    expect(read(namespace, value)).toMatchObject({ canonical, notes: ['repaired'] });
  });

  test.each([
    ['the check digit of a NIT', 'CO-NIT', '860002964-4', '860002964'],
    ['the establishment of a RUC', 'EC-RUC', '1714307103001', '1714307103002'],
    ['the check character of a DNI', 'PE-DNI', '10117410-2', '10117410'],
    ['the dots of a RUT', 'CL-RUT', '12.531.909-2', '125319092'],
  ])('%s makes no other key', (_name, namespace, one, other) => {
    expect(read(namespace, one).matchKey).toBe(read(namespace, other).matchKey);
  });

  test('a NIT of nine digits that begins with 8 or 9 is a company, even where a check digit would hold', () => {
    expect(read('CO-NIT', '801234564').matchKey).toBe('801234564');
    expect(read('CO-NIT', '80123456-4').matchKey).toBe('80123456');
  });

  test.each([
    ['MX-CURP', 'GOMC850101HDFMRR08', 'CHECK_DIGIT'],
    ['MX-CURP', 'GOMC850101', 'INVALID_VALUE'],
    ['MX-CURP', 'GOMC851301HDFMRR05', 'INVALID_VALUE'],
    ['MX-RFC', 'GODE561231', 'INVALID_VALUE'],
    ['MX-RFC', 'GODE561231GR9', 'CHECK_DIGIT'],
    ['BR-CPF', '529.982.247-26', 'CHECK_DIGIT'],
    ['BR-CPF', '5299822', 'INVALID_VALUE'],
    ['BR-CNPJ', '12ABC34501DE36', 'CHECK_DIGIT'],
    ['AR-DNI', '123456', 'INVALID_VALUE'],
    ['AR-CUIT', '20-26756539-4', 'CHECK_DIGIT'],
    ['CL-RUT', '12.531.909-3', 'CHECK_DIGIT'],
    ['CL-RUT', '12.531.909-X', 'INVALID_VALUE'],
    ['CO-CC', '12345678901', 'INVALID_VALUE'],
    ['CO-CC', '860002964-4', 'INVALID_VALUE'],
    ['CO-NIT', '860002964-5', 'CHECK_DIGIT'],
    ['CO-NIT', '8600029645', 'CHECK_DIGIT'],
    ['PE-DNI', '1234567', 'INVALID_VALUE'],
    ['PE-DNI', '10117410-3', 'CHECK_DIGIT'],
    ['PE-RUC', '20512333798', 'CHECK_DIGIT'],
    ['EC-CEDULA', '1714307104', 'CHECK_DIGIT'],
    ['EC-RUC', '1714307103000', 'INVALID_VALUE'],
    ['UY-CI', '3.845.672-1', 'CHECK_DIGIT'],
    ['UY-RUT', '211003420018', 'CHECK_DIGIT'],
    ['ES-NIF', '54362315A', 'CHECK_DIGIT'],
    ['ES-NIF', '54362315', 'INVALID_VALUE'],
    ['ES-NIE', '54362315K', 'INVALID_VALUE'],
    ['ES-CIF', 'J99216583', 'CHECK_DIGIT'],
    ['US-SSN', '3241', 'INVALID_VALUE'],
    ['US-SSN', '666-12-3456', 'INVALID_VALUE'],
    ['MX-CURP', 'no tiene', 'INVALID_VALUE'],
    ['BR-CPF', '529٫982٫247-25', 'INVALID_VALUE'],
    ['MX-RFC', 'GODE־561231־GR8', 'INVALID_VALUE'],
  ])('%s %s is refused: %s', (namespace, value, code) => expect(problemOf(namespace, value)).toBe(code));

  test('a message says what is allowed', () => {
    const result = normaliseNationalId('GODE561231', 'MX-RFC', {});
    expect(result).toMatchObject({
      problem: { message: 'an RFC has 12 characters (companies) or 13 (persons), homoclave included' },
    });
  });
});

describe('placeholders', () => {
  test.each([
    ['MX-RFC', 'XAXX010101000'],
    ['MX-RFC', 'xexx-010101-000'],
    ['MX-CURP', 'XEXX010101HNEXXXA4'],
    ['BR-CPF', '111.111.111-11'],
    ['BR-CPF', '00000000000'],
    ['BR-CPF', '123.456.789-09'],
    ['BR-CNPJ', '00.000.000/0000-00'],
    ['AR-DNI', '00000000'],
    ['AR-DNI', '12.345.678'],
    ['AR-DNI', '11111111'],
    ['AR-CUIT', '11111111111'],
    ['CL-RUT', '11.111.111-1'],
    ['CL-RUT', '66.666.666-6'],
    ['CL-RUT', '12.345.678-5'],
    ['CO-CC', '1234567890'],
    ['CO-NIT', '222222222'],
    ['CO-NIT', '000000'],
    ['PE-DNI', '00000000'],
    ['PE-DNI', '12345678'],
    ['EC-CEDULA', '2222222222'],
    ['EC-RUC', '9999999999999'],
    ['UY-CI', '1.111.111-1'],
    ['ES-NIF', '00000000T'],
    ['ES-NIF', '12345678Z'],
    ['ES-NIE', 'X0000000T'],
    ['US-SSN', '000-00-0000'],
    ['US-SSN', '123-45-6789'],
    ['US-SSN', '078-05-1120'],
    ['UG-NIN', '00000000'],
    ['UG-NIN', 'XXXXXXXX'],
    ['UG-NIN', '123456789'],
    ['PASSPORT-UY', 'no tiene'],
    ['PASSPORT-UY', 'Ninguno'],
  ])('%s %s', (namespace, value) => expect(read(namespace, value).quality).toBe('placeholder'));

  test('a placeholder read again is the same', () => {
    const first = read('CO-NIT', '000000');
    expect(read('CO-NIT', first.canonical)).toEqual(first);
  });
});

describe('the scheme', () => {
  test.each([
    ['mx-curp', 'GOMC850101HDFMRR05', null, 'MX-CURP'],
    ['mx_curp', 'GOMC850101HDFMRR05', null, 'MX-CURP'],
    ['CURP', 'GOMC850101HDFMRR05', null, 'MX-CURP'],
    ['cpf', '52998224725', null, 'BR-CPF'],
    ['AR-CUIL', '20267565393', null, 'AR-CUIT'],
    ['CL-RUN', '12531909-2', null, 'CL-RUT'],
    ['EC-CÉDULA', '1714307103', null, 'EC-CEDULA'],
    ['UY-CEDULA', '38456720', null, 'UY-CI'],
    ['ES-DNI', '54362315K', null, 'ES-NIF'],
    ['ES-NIF', 'X2482300W', null, 'ES-NIE'],
    ['ES-NIF', 'J99216582', null, 'ES-CIF'],
    ['MX', 'GOMC850101HDFMRR05', null, 'MX-CURP'],
    ['MX', 'GODE561231GR8', null, 'MX-RFC'],
    ['BR', '11222333000181', null, 'BR-CNPJ'],
    ['BR', '52998224725', null, 'BR-CPF'],
    ['AR', '27.123.456', null, 'AR-DNI'],
    ['AR', '20267565393', null, 'AR-CUIT'],
    ['pe', '20512333797', null, 'PE-RUC'],
    ['EC', '1714307103', null, 'EC-CEDULA'],
    ['UY', '211003420017', null, 'UY-RUT'],
    ['ES', 'X2482300W', null, 'ES-NIE'],
    ['CO', '860002964-4', null, 'CO-NIT'],
    ['', '52998224725', 'BR', 'BR-CPF'],
    ['DNI', '54362315K', 'ES', 'ES-NIF'],
    ['DNI', '27123456', 'AR', 'AR-DNI'],
    ['RUC', '20512333797', 'PE', 'PE-RUC'],
    ['NIT', '4023451', 'BO', 'BO-NIT'],
    ['UG-NIN', 'CF21927470OWMT', null, 'UG-NIN'],
    ['US-DL-NV', '112233', null, 'US-DL-NV'],
    ['SG-UEN', '201012345A', null, 'SG-UEN'],
    ['passport us', '483290175', null, 'PASSPORT-US'],
    ['UG', 'CF21927470OWMT', null, 'UG'],
  ])('"%s" of %s, country %s, is %s', (namespace, value, country, canonical) => {
    expect(read(namespace, value, country).namespace).toBe(canonical);
  });

  test.each([
    ['a shared name without country', 'DNI', '27123456', null],
    ['no namespace and no country', '', '52998224725', null],
    ['no namespace and a country without schemes', '', 'CF21927470OWMT', 'UG'],
    ['Colombia, when the value may be both', 'CO', '52123457', null],
    ['signs', 'MX!CURP', 'GOMC850101HDFMRR05', null],
  ])('%s is refused', (_name, namespace, value, country) => {
    expect(problemOf(namespace, value, country)).toBe('INVALID_NAMESPACE');
  });

  test('a country whose schemes all refuse says what each allows', () => {
    expect(normaliseNationalId('12', 'MX', {})).toMatchObject({
      problem: { code: 'INVALID_VALUE', message: expect.stringMatching(/CURP.*RFC/) },
    });
  });
});

describe('ids of unknown schemes', () => {
  test('are exact text in upper case without separators, noted as unchecked', () => {
    expect(read('UG-NIN', ' cf-2192.7470 owmt')).toEqual({
      type: 'NATIONAL_ID',
      namespace: 'UG-NIN',
      canonical: 'CF21927470OWMT',
      matchKey: 'CF21927470OWMT',
      display: '***OWMT',
      quality: 'ok',
      notes: ['unchecked'],
    });
  });

  test.each(['12', 'A+B123', '#', '9'.repeat(65), 'ŉŉŉ!'])('"%s" is refused', (value) => {
    expect(normaliseNationalId(value, 'UG-NIN', {})).toMatchObject({ problem: { code: 'INVALID_VALUE' } });
  });
});

test('what people see ends in at most four characters', () => {
  expect(read('MX-CURP', 'GOMC850101HDFMRR05').display).toBe('***RR05');
  expect(read('BR-CPF', '52998224725').display).toBe('***725');
  expect(read('CL-RUT', '12531909-2').display).toBe('***9-2');
});
