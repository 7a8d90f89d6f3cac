import type { StandardAddress } from '../../attributes/address/address.types.js';

type Labelled = 'adminArea' | 'municipality' | 'dependentLocality' | 'postalCode' | 'number' | 'unit';
const FIELDS: readonly Labelled[] = ['adminArea', 'municipality', 'dependentLocality', 'number', 'unit', 'postalCode'];

const SPANISH = { adminArea: 'Provincia', number: 'Número', unit: 'Unidad', postalCode: 'Código postal' };

/** What a country's people call the parts of an address, in the order of `FIELDS`. From each post's own forms. */
const LABELS: Readonly<Record<string, Readonly<Partial<Record<Labelled, string>>>>> = {
  MX: {
    ...SPANISH,
    adminArea: 'Estado',
    municipality: 'Municipio o alcaldía',
    dependentLocality: 'Colonia',
    number: 'Número exterior',
    unit: 'Número interior',
  },
  BR: {
    adminArea: 'Estado',
    municipality: 'Município',
    dependentLocality: 'Bairro',
    number: 'Número',
    unit: 'Complemento',
    postalCode: 'CEP',
  },
  AR: {
    ...SPANISH,
    municipality: 'Localidad',
    dependentLocality: 'Barrio',
    unit: 'Piso y departamento',
    postalCode: 'CPA',
  },
  CO: {
    ...SPANISH,
    adminArea: 'Departamento',
    municipality: 'Municipio',
    dependentLocality: 'Barrio',
    number: 'Placa',
  },
  CL: { ...SPANISH, adminArea: 'Región', municipality: 'Comuna', dependentLocality: 'Sector', unit: 'Departamento' },
  PE: { ...SPANISH, adminArea: 'Departamento', municipality: 'Provincia', dependentLocality: 'Distrito' },
  EC: { ...SPANISH, municipality: 'Cantón', dependentLocality: 'Parroquia' },
  UY: {
    ...SPANISH,
    adminArea: 'Departamento',
    municipality: 'Localidad',
    dependentLocality: 'Barrio',
    unit: 'Apartamento',
  },
  ES: { ...SPANISH, municipality: 'Municipio', dependentLocality: 'Barrio', unit: 'Piso y puerta' },
};

/** The country's own names of the parts that the address has; none for a country that is not known here. */
export function addressLabels(address: StandardAddress): { field: string; label: string }[] {
  const labels = Object.hasOwn(LABELS, address.country ?? '') ? LABELS[address.country ?? ''] : undefined;
  return FIELDS.flatMap((field) => {
    const label = labels?.[field];
    return label !== undefined && address[field] !== null ? [{ field, label }] : [];
  });
}
