import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from '../../graphql/scalars/json.scalar.js';
import { Provenance } from './provenance.types.js';

const TEXT = { nullable: true } as const;

@ObjectType({ description: "A person's name in its standard form. It is one record's as a whole." })
export class GoldenName {
  @Field(() => String, { description: 'Given names, surnames, generation.' })
  readonly full!: string;

  @Field(() => String, TEXT)
  readonly given!: string | null;

  @Field(() => String, { ...TEXT, description: 'All surnames, with their particles.' })
  readonly family!: string | null;

  @Field(() => [String], { description: 'The surnames one by one.' })
  readonly surnames!: readonly string[];

  @Field(() => String, {
    ...TEXT,
    description: 'By which the person is addressed and sorted: the first one in Spanish, the last one in Portuguese.',
  })
  readonly mainSurname!: string | null;

  @Field(() => String, { ...TEXT, description: "A husband's surname as it is added: de Pérez." })
  readonly married!: string | null;

  @Field(() => String, { ...TEXT, description: 'Jr., Filho, Neto.' })
  readonly generation!: string | null;

  @Field(() => String, { ...TEXT, description: 'A form of address: Dra.' })
  readonly title!: string | null;

  @Field(() => String, TEXT)
  readonly nickname!: string | null;

  @Field(() => [String], { description: 'What is wrong with it, if anything: LOST_LETTER, DIGIT, UNREAD_TEXT, ….' })
  readonly problems!: readonly string[];

  @Field(() => JsonScalar, { description: 'The attributes as the source sent them.' })
  readonly raw!: unknown;

  @Field(() => Provenance)
  readonly provenance!: Provenance;
}

@ObjectType({ description: 'A day of birth, or as much of it as is known.' })
export class GoldenBirthDate {
  @Field(() => String, { description: 'ISO 8601: 1990-02-28, 1990-02 or 1990.' })
  readonly value!: string;

  @Field(() => String, { description: 'DAY, MONTH or YEAR.' })
  readonly precision!: string;

  @Field(() => Boolean, {
    description: "Day and month could also be the other way round; the country's custom decided.",
  })
  readonly ambiguous!: boolean;

  @Field(() => [String], { description: 'The days that an ambiguous one can mean.' })
  readonly candidates!: readonly string[];

  @Field(() => JsonScalar, { description: 'As the source sent it.' })
  readonly raw!: unknown;

  @Field(() => Provenance)
  readonly provenance!: Provenance;
}

@ObjectType({ description: "What a country's people call a part of an address." })
export class AddressLabel {
  @Field(() => String, { description: 'Name of the field of GoldenAddress.' })
  readonly field!: string;

  @Field(() => String, { description: 'Colonia, Bairro, Comuna, ….' })
  readonly label!: string;
}

@ObjectType({ description: "An address in its country's own structure. It is one record's as a whole." })
export class GoldenAddress {
  @Field(() => String, { ...TEXT, description: 'ISO 3166-1 alpha-2.' })
  readonly country!: string | null;

  @Field(() => String, { ...TEXT, description: 'ISO 3166-2, such as MX-PUE.' })
  readonly adminAreaCode!: string | null;

  @Field(() => String, { ...TEXT, description: 'State, province, department or region.' })
  readonly adminArea!: string | null;

  @Field(() => String, TEXT)
  readonly municipality!: string | null;

  @Field(() => String, TEXT)
  readonly locality!: string | null;

  @Field(() => String, { ...TEXT, description: 'Colonia, bairro, barrio, distrito.' })
  readonly dependentLocality!: string | null;

  @Field(() => String, TEXT)
  readonly settlement!: string | null;

  @Field(() => String, TEXT)
  readonly streetType!: string | null;

  @Field(() => String, TEXT)
  readonly street!: string | null;

  @Field(() => String, TEXT)
  readonly number!: string | null;

  @Field(() => String, TEXT)
  readonly unit!: string | null;

  @Field(() => String, TEXT)
  readonly crossStreets!: string | null;

  @Field(() => String, TEXT)
  readonly postalCode!: string | null;

  @Field(() => String, TEXT)
  readonly reference!: string | null;

  @Field(() => [String], { description: "As it is written on a letter, in the country's order." })
  readonly lines!: readonly string[];

  @Field(() => [AddressLabel], { description: 'What the country calls the parts that are there.' })
  readonly labels!: readonly AddressLabel[];

  @Field(() => Float, { description: 'Share of what a full address of the country has, 0 to 1.' })
  readonly completeness!: number;

  @Field(() => Boolean, { description: 'Nothing that it says is wrong.' })
  readonly valid!: boolean;

  @Field(() => JsonScalar, { description: 'As the source sent it.' })
  readonly raw!: unknown;

  @Field(() => Provenance)
  readonly provenance!: Provenance;
}

@ObjectType({ description: 'The preferred identifier of a type by which the person can be reached.' })
export class GoldenContactPoint {
  @Field(() => String)
  readonly type!: string;

  @Field(() => String)
  readonly namespace!: string;

  @Field(() => String, { description: 'Masked.' })
  readonly display!: string;

  @Field(() => Provenance)
  readonly provenance!: Provenance;
}

@ObjectType({ description: 'Any other attribute. An object or a list is one value.' })
export class GoldenAttribute {
  @Field(() => String)
  readonly name!: string;

  @Field(() => JsonScalar)
  readonly value!: unknown;

  @Field(() => Provenance)
  readonly provenance!: Provenance;
}

@ObjectType({
  description:
    'What is known of a customer: of each kind the value that survives, worked out from its records when asked.',
})
export class GoldenRecord {
  @Field(() => String, { description: 'Version of the survivorship policy.' })
  readonly policy!: string;

  @Field(() => Int, { description: 'Source records that were read.' })
  readonly records!: number;

  @Field(() => Boolean, {
    description:
      'False when the customer has more records than are read: those of the most trusted sources, then the newest, are.',
  })
  readonly complete!: boolean;

  @Field(() => String, { nullable: true, description: "The name, an organisation's name, or a masked contact point." })
  readonly displayName!: string | null;

  @Field(() => GoldenName, { nullable: true })
  readonly name!: GoldenName | null;

  @Field(() => GoldenBirthDate, { nullable: true })
  readonly birthDate!: GoldenBirthDate | null;

  @Field(() => GoldenAddress, { nullable: true })
  readonly address!: GoldenAddress | null;

  @Field(() => [GoldenContactPoint], { description: 'The preferred one of each type.' })
  readonly contactPoints!: readonly GoldenContactPoint[];

  @Field(() => [GoldenAttribute], { description: 'By name.' })
  readonly attributes!: readonly GoldenAttribute[];

  @Field(() => Int, { description: 'How many more attributes there are.' })
  readonly moreAttributes!: number;
}
