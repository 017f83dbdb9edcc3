/**
 * Where a State lies, as the M49 standard of the United Nations Statistics Division groups States: Europe and Oceania whole, the other
 * continents by sub-region. Names as they stand in a sentence in English, and alone in French.
 */
interface Region {
  en: string
  fr: string
  /** ISO 3166 codes of two letters. */
  states: string
}

const regions: readonly Region[] = [
  {en: 'Northern Africa', fr: 'Afrique septentrionale', states: 'DZ EG LY MA SD TN'},
  {en: 'Eastern Africa', fr: 'Afrique orientale', states: 'BI KM DJ ER ET KE MG MW MU MZ RW SC SO SS UG TZ ZM ZW'},
  {en: 'Middle Africa', fr: 'Afrique centrale', states: 'AO CM CF TD CG CD GQ GA ST'},
  {en: 'Southern Africa', fr: 'Afrique australe', states: 'BW SZ LS NA ZA'},
  {en: 'Western Africa', fr: 'Afrique occidentale', states: 'BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG'},
  {en: 'the Caribbean', fr: 'Caraïbes', states: 'AG BS BB CU DM DO GD HT JM KN LC VC TT'},
  {en: 'Central America', fr: 'Amérique centrale', states: 'BZ CR SV GT HN MX NI PA'},
  {en: 'South America', fr: 'Amérique du Sud', states: 'AR BO BR CL CO EC GY PY PE SR UY VE'},
  {en: 'Northern America', fr: 'Amérique septentrionale', states: 'CA US'},
  {en: 'Central Asia', fr: 'Asie centrale', states: 'KZ KG TJ TM UZ'},
  {en: 'Eastern Asia', fr: 'Asie orientale', states: 'CN JP MN KP KR'},
  {en: 'South-eastern Asia', fr: 'Asie du Sud-Est', states: 'BN KH ID LA MY MM PH SG TH TL VN'},
  {en: 'Southern Asia', fr: 'Asie méridionale', states: 'AF BD BT IN IR MV NP PK LK'},
  {en: 'Western Asia', fr: 'Asie occidentale', states: 'AM AZ BH CY GE IQ IL JO KW LB OM PS QA SA SY TR AE YE'},
  {
    en: 'Europe',
    fr: 'Europe',
    states:
      'AL AD AT BY BE BA BG HR CZ DK EE FI FR DE GR VA HU IS IE IT LV LI LT LU MT MC ME NL MK NO PL PT MD RO RU SM RS SK SI ES SE CH UA GB',
  },
  {en: 'Oceania', fr: 'Océanie', states: 'AU CK FJ KI MH FM NR NZ NU PW PG WS SB TO TV VU'},
]

/** The region of a State by its code of two letters, in English where a language has no name for it here. */
export function regionOf(iso2: string, language: string): string {
  const region = BY_STATE.get(iso2)
  if (!region) throw new Error(`${iso2} lies in no region`)
  return language.toLowerCase().startsWith('fr') ? region.fr : region.en
}

const BY_STATE: ReadonlyMap<string, Region> = new Map(regions.flatMap((region) => region.states.split(' ').map((iso2): [string, Region] => [iso2, region])))
