// The forty customers. Firms sit in towns that do not exist and use .example addresses, so that nobody is meant.
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import type { Customer } from '../../../src/core/book/customer.ts'

/** How a customer pays. `level`: the same order every month. `stopped`: nothing any more since the end of July. */
const habits = ['prompt', 'onTime', 'late', 'slow', 'parts', 'stopped', 'level'] as const
export type Habit = (typeof habits)[number]

export interface Person {
  readonly customer: Customer
  readonly habit: Habit
  /** How much they buy: 1 little … 12 much. */
  readonly weight: number
}

/** One customer a line; the columns are those of `Line`. */
const table = `
yunfan | 青萝市云帆电子有限公司 | Qingluo Yunfan Electronics | 青萝市 | CN | CNY | retail | 李清扬女士 | onTime | 12 |  | vip
zhuyan | 鹭汀市竹烟仪器有限公司 |  | 鹭汀市 | CN | CNY | instruments | 周竹先生 | prompt | 10 | net 45 | vip
xingzhou | 雁池市星舟智能科技有限公司 | Yanchi Starboat Intelligence | 雁池市 | CN | CNY | automation | 吴星先生 | late | 9 |  |
luming | 墨坞市鹿鸣照明有限公司 |  | 墨坞市 | CN | CNY | lighting | 郑鸣女士 | parts | 7 |  |
tingyu | 青萝市听雨音响有限公司 |  | 青萝市 | CN | CNY | audio | 王听先生 | slow | 6 |  |
jinghe | 鹭汀市镜荷显示技术有限公司 |  | 鹭汀市 | CN | CNY | displays | 冯荷女士 | onTime | 6 |  |
baique | 雁池市白鹊医疗器械有限公司 |  | 雁池市 | CN | CNY | medical | 陈鹊先生 | prompt | 5 |  |
songtao | 墨坞市松涛安防有限公司 |  | 墨坞市 | CN | CNY | security | 褚松先生 | stopped | 5 |  |
chiyu | 青萝市赤羽模型有限公司 |  | 青萝市 | CN | CNY | hobby | 卫羽先生 | late | 4 |  |
lanting | 鹭汀市岚汀环境监测有限公司 |  | 鹭汀市 | CN | CNY | environment | 蒋岚女士 | level | 4 |  |
shuangjin | 雁池市霜锦家居有限公司 |  | 雁池市 | CN | CNY | furniture | 沈锦女士 | onTime | 4 |  |
feixue | 墨坞市飞雪制冷设备有限公司 |  | 墨坞市 | CN | CNY | refrigeration | 韩雪女士 | prompt | 3 |  |
muzhou | 青萝市木舟教育设备有限公司 |  | 青萝市 | CN | CNY | education | 杨舟先生 | slow | 3 |  |
wanfeng | 鹭汀市晚枫酒店用品有限公司 |  | 鹭汀市 | CN | CNY | hospitality | 朱枫女士 | late | 3 |  |
qiushui | 雁池市秋水水务服务有限公司 |  | 雁池市 | CN | CNY | utilities | 秦水先生 | level | 3 | net 15 |
yehe | 墨坞市野禾农业科技有限公司 |  | 墨坞市 | CN | CNY | agriculture | 尤禾先生 | parts | 2 |  |
hupo | 青萝市琥珀文创工作室 |  | 青萝市 | CN | CNY | crafts | 许珀女士 | onTime | 2 |  |
dengying | 鹭汀市灯影剧场 |  | 鹭汀市 | CN | CNY | theatre | 何影女士 | late | 2 |  |
shiquan | 雁池市石泉物业管理有限公司 |  | 雁池市 | CN | CNY | property | 吕泉先生 | onTime | 2 |  |
qingtai | 墨坞市青苔摄影器材店 |  | 墨坞市 | CN | CNY | retail | 施苔女士 | prompt | 1 |  |
maishan | 青萝市麦山面包房 |  | 青萝市 | CN | CNY | food | 张麦先生 | onTime | 1 |  |
heyue | 鹭汀市鹤约茶馆 |  | 鹭汀市 | CN | CNY | food | 孔鹤先生 | stopped | 1 |  |
liuyun | 雁池市流云快印店 |  | 雁池市 | CN | CNY | printing | 曹云女士 | late | 1 |  |
p-0001 | 顾小满 |  | 青萝市 | CN | CNY |  |  | prompt | 1 |  |
quillfeather | Quillfeather Instruments Ltd |  | Port Marrow | GB | USD | instruments | Ms Ada Thistlewood | onTime | 9 |  | vip
brasswick | Brasswick Imaginary Robotics Inc. |  | Brasswick Falls | US | USD | automation | Mr Silas Okonjo-Reed | late | 8 |  |
tumbledown | Tumbledown Labs LLC |  | Larkspur Point | US | USD | research | Dr Wren Halloway | slow | 4 |  |
saltmeadow | Saltmeadow Fictional Marine LLC |  | Saltmeadow | US | USD | marine | Ms June Aldersey | prompt | 4 |  |
copperwren | Copperwren Controls Ltd |  | Nether Copping | GB | USD | automation | Mr Piers Longmoor | parts | 3 |  |
moonharbour | Moonharbour Trading Pte |  | Moonharbour | SG | USD | wholesale | Ms Lin Seri | level | 3 |  |
gullrock | Gullrock Broadcasting |  | Gullrock | CA | USD | media | Mr Noel Tremblant | onTime | 1 |  |
nebelheim | Nebelheim Messtechnik GmbH | Nebelheim Messtechnik | Nebelheim | DE | EUR | instruments | Frau Dr. Hedda Quast | prompt | 8 |  | vip
zirbelbach | Zirbelbach Automation GmbH |  | Zirbelbach | AT | EUR | automation | Herr Veit Almlechner | onTime | 5 |  |
clairvoisin | Ateliers Clairvoisin SARL |  | Clairvoisin | FR | EUR | lighting | Mme Odile Ferrandet | late | 4 |  |
tulpestein | Van Tulpestein Elektronica B.V. |  | Tulpestein | NL | EUR | wholesale | Dhr. Joost van Tulpestein | onTime | 4 |  |
montefalso | Officina Montefalso S.r.l. |  | Montefalso | IT | EUR | machines | Sig. Elio Brancati | slow | 3 |  |
rioquieto | Talleres Ríoquieto S.L. |  | Ríoquieto | ES | EUR | machines | Sra. Inés Valdeluz | parts | 2 |  |
fjordlys | Fjordlys Kontroll AS |  | Fjordlys | NO | EUR | environment | Hr. Eirik Nattestad | prompt | 2 |  |
wiesenfunk | Wiesenfunk Verein e.V. |  | Nebelheim | DE | EUR | media | Frau Ilse Morgentau | late | 1 |  |
p-0002 | Orla Penhallow |  | Port Marrow | GB | EUR |  |  | onTime | 1 |  |
`

interface Line {
  readonly id: string
  readonly name: string
  readonly alias: string
  readonly town: string
  readonly region: string
  readonly currency: string
  readonly industry: string
  readonly contact: string
  readonly habit: string
  readonly weight: string
  readonly terms: string
  readonly tag: string
}

function lineOf(text: string): Line {
  const [id = '', name = '', alias = '', town = '', region = '', money = '', industry = '', ...rest] = text
    .split('|')
    .map((cell) => cell.trim())
  const [contact = '', habit = '', weight = '', terms = '', tag = ''] = rest
  return { id, name, alias, town, region, currency: money, industry, contact, habit, weight, terms, tag }
}

/** Payers other than the customer that are already known, as they stand on bank lines. */
const payers: Readonly<Record<string, Customer['payers']>> = {
  xingzhou: [{ name: 'YANCHI STARBOAT INTELLIGENCE', account: 'TEST-6001-0003' }],
  quillfeather: [{ name: 'QUILLFEATHER INSTR LTD', account: 'TEST-GB-77001' }],
}

function person(line: Line, index: number): Person {
  const { id, town } = line
  const abroad = line.currency !== 'CNY'
  const isPerson = id.startsWith('p-')
  const host = isPerson ? 'mail' : id
  const customer: Customer = {
    id,
    name: line.name,
    kind: isPerson ? 'person' : 'company',
    aliases: line.alias === '' ? [] : [line.alias],
    ...(line.industry === '' ? {} : { industry: line.industry }),
    region: line.region,
    owner: abroad ? 'tomas' : index % 3 === 2 ? 'lusheng' : 'qiaomei',
    stage: 'active',
    since: day(`${2018 + (index % 8)}-0${1 + (index % 9)}-15`),
    email: isPerson ? `${id}@${host}.example` : `accounts@${host}.example`,
    address: abroad ? town : `${town} ${index + 3} 号信箱`,
    language: abroad ? 'en' : 'zh',
    tags: line.tag === '' ? [] : [line.tag],
    contacts: line.contact === '' ? [] : [{ name: line.contact, email: `office@${host}.example` }],
    ...(abroad ? { currency: currency(line.currency), tax: 'zero' } : {}),
    ...(line.terms === '' ? {} : { terms: line.terms }),
    payers: payers[id] ?? [],
    custom: {},
  }
  return { customer, habit: habits.find((h) => h === line.habit) ?? 'onTime', weight: Number(line.weight) }
}

/** In order of id. */
export const people: readonly Person[] = table
  .trim()
  .split('\n')
  .map((text, index) => person(lineOf(text), index))
  .sort((a, b) => (a.customer.id < b.customer.id ? -1 : 1))
