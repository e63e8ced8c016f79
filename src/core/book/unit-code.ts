// Codes of units for structured invoices, where the usual names in English and Chinese leave no doubt.

/** UN/ECE Recommendation 20, rev. 17, codes as in the EN 16931 code list. */
const codes: Readonly<Record<string, readonly string[]>> = {
  H87: ['pc', 'pcs', 'piece', 'pieces', '件', '只', '台', '支', '张', '块'],
  C62: ['unit', 'units', 'each', 'ea', '个'],
  HUR: ['h', 'hr', 'hour', 'hours', '小时', '时'],
  MIN: ['min', 'minute', 'minutes', '分钟'],
  DAY: ['d', 'day', 'days', '天', '日'],
  WEE: ['week', 'weeks', '周'],
  MON: ['month', 'months', '月', '个月'],
  ANN: ['year', 'years', '年'],
  KGM: ['kg', 'kilogram', 'kilograms', '千克', '公斤'],
  GRM: ['g', 'gram', 'grams', '克'],
  TNE: ['t', 'tonne', 'tonnes', '吨'],
  MTR: ['m', 'metre', 'metres', 'meter', 'meters', '米'],
  KMT: ['km', 'kilometre', 'kilometres', '公里', '千米'],
  MTK: ['m2', 'm²', 'sqm', '平方米'],
  MTQ: ['m3', 'm³', '立方米'],
  LTR: ['l', 'litre', 'litres', 'liter', 'liters', '升'],
  KWH: ['kwh', '千瓦时', '度'],
  SET: ['set', 'sets', '套', '组'],
  PR: ['pair', 'pairs', '双', '对'],
  XBX: ['box', 'boxes', '箱', '盒'],
  XBG: ['bag', 'bags', '袋'],
  NAR: ['article', 'articles'],
}

const byName = new Map(Object.entries(codes).flatMap(([code, names]) => names.map((name) => [name, code] as const)))

/** Undefined for a name that is not among them. */
export function unitCodeOf(unit: string | undefined): string | undefined {
  return unit === undefined ? undefined : byName.get(unit.normalize('NFC').trim().toLowerCase())
}
