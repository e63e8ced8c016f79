// How payers say why they pay less than a bill asks: words that say it by themselves, and words that say it beside a sign of taking off.
import type { DisputeCause } from '../../base/words/bank.ts'

interface CauseWords {
  readonly cause: Exclude<DisputeCause, 'unstated'>
  /** Alone a reason to pay less. */
  readonly alone: RegExp
  /** Also what a bill may be about, so only with a sign: `less freight`, `运费扣除`. Sources of patterns. */
  readonly beside: { readonly en: string; readonly zh: string }
}

/** Stands for an amount in the text that is exactly what the payment is short of. */
export const mark = '⊖'

/** The same in a pattern: it is drawn out to the length of the amount. */
const drawn = `${mark}_*`

const goods = '(?:goods|items?|units?|pieces?|pcs|parts?|cartons?|boxes|box|pallets?|bags?|kgs?|articles?|materials?)'
const fault = '(?:difference|differences|variance|discrepanc(?:y|ies)|dispute|disputed|error|issue|claim|mismatch)'

/** In order of precedence where a text says several at the same place. */
export const causeWords: readonly CauseWords[] = [
  {
    cause: 'quantity',
    alone: new RegExp(
      `\\b(?:short[- ]?(?:deliver(?:y|ed)|ship(?:ped|ment)|suppl(?:y|ied)|received|count)|shortages?|under-?deliver(?:y|ed)|missing (?:\\d+ )?${goods}|(?:\\d+ )?${goods} (?:short|missing|not (?:received|delivered))|not all (?:goods|items) (?:received|delivered)|(?:quantity|qty) (?:${fault}|short|wrong|incorrect))\\b|短少|短缺|短装|短交|少货|少发|少送|少到|漏发|缺货|缺件|少件|数量(?:差异|不符|不足|短|有误|错误|争议|异议|不对)|(?:未收到|未到|没收到)货`,
      'giu',
    ),
    beside: { en: '(?:quantit(?:y|ies)|qty)', zh: '数量' },
  },
  {
    cause: 'quality',
    alone: new RegExp(
      `\\b(?:(?:\\d+|${goods}|received|arrived|delivered|part(?:ly|ially)) (?:damaged|broken|defective|faulty|spoil(?:ed|t))|(?:damaged|broken|defective|faulty|rejected|returned|wrong) (?:${goods}|delivery|shipment)|damaged (?:on|in|during|upon) \\p{L}+|${goods} (?:rejected|returned)|poor quality|quality (?:${fault}|problems?|complaint|defects?|deduction)|not as ordered)\\b|(?:破损|损坏|货损|瑕疵)(?!维修|修复|修理|更换|保险|检测)|残次|次品|坏货|坏件|不良品|变质|退货|不合格|质量(?:问题|扣款|异议|争议|索赔|不符|差|不好)`,
      'giu',
    ),
    beside: {
      en: '(?:quality|damaged?|damages|broken|breakages?|defects?|defective|faulty|spoilage)',
      zh: '(?:质量|品质|维修)',
    },
  },
  {
    cause: 'price',
    alone: new RegExp(
      `\\b(?:pric(?:e|ing) (?:${fault}|wrong|incorrect|too high|not (?:agreed|as agreed|correct))|wrong price|incorrect price|overcharg(?:e|ed)|over-?(?:billed|priced))\\b|(?:单价|价格)(?:差异|差额|不符|有误|错误|争议|异议|偏高)|(?<!补交?|付)(?:价差|差价)|多收|多开`,
      'giu',
    ),
    beside: { en: '(?:prices?|pricing)', zh: '(?:价格|单价)' },
  },
  {
    cause: 'promotion',
    alone:
      /\b(?:promo(?:tion(?:al)?)? (?:deduction|allowance|discount|claim|rebate|support)|(?:marketing|advertising|co-?op) (?:allowance|contribution|deduction|support)|rebate (?:deducted|claim))\b|促销(?:扣款|折扣|让利)|返利|返点|活动(?:扣款|折扣)/giu,
    beside: {
      en: '(?:promo(?:tion(?:al)?)?|(?:volume |annual )?rebates?|bonus|coupons?|vouchers?|(?:marketing|advertising|promotional) (?:costs?|allowance|contribution))',
      zh: '(?:促销|推广|市场费|活动费|折让|返利)',
    },
  },
  {
    cause: 'tax',
    alone: new RegExp(
      `\\b(?:withholding tax|tax (?:withheld|deducted|at source)|(?:vat|gst|tax|sales tax) (?:${fault}|wrong|incorrect|not (?:due|payable|applicable)))\\b|代扣代缴|[代预]扣[^，。；,;\\s]{0,4}税|扣税|税(?:率|额)(?:不符|有误|差异|错误|争议|异议)`,
      'giu',
    ),
    beside: { en: '(?:vat|gst|wht|tds|withholding|(?:sales )?tax(?:es)?)', zh: '(?:个税|增值税|所得税|税金|税款)' },
  },
  {
    cause: 'freight',
    alone: new RegExp(
      `\\b(?:(?:freight|shipping|carriage)(?: charges?| costs?)?|delivery (?:charges?|costs?|fees?)) (?:${fault}|not (?:agreed|included|payable|ours))\\b|(?:运费|物流费|快递费)(?:差异|争议|异议|自理|我方已付|由[^，。；,;]{0,6}承担)`,
      'giu',
    ),
    beside: {
      en: '(?:freight|shipping|carriage|postage|demurrage|transport(?:ation)?|delivery (?:costs?|charges?|fees?))',
      zh: '(?:运费|物流费|快递费|运输费|装卸费|卸货费|邮费)',
    },
  },
]

/** Says that something is taken off or contested, without why. */
export const contested =
  /\b(?:disputed?|disputes|disputing|under protest|deductions?|deducted|short[- ]?paid|short[- ]?payment|debit note)\b|有争议|有异议|争议|异议|扣款|扣减|少付|短付|暂扣|不认可/giu

/** Signs before and behind what they take off. */
export const before = {
  en: `(?:less|minus|deduct(?:ed|ing|ion|ions)?|short(?: paid)?|withheld|without|excluding|excl|disput(?:e|ed|ing)|claim(?:ed|ing)?|wrong|incorrect|${drawn})`,
  zh: `(?:扣除?|扣减|扣款|减去?|少付|短付|暂扣|不含|索赔|${drawn})`,
} as const
export const behind = {
  en: `(?:deduct(?:ed|ion|ions)?|disput(?:e|ed)|withheld|${fault}|wrong|incorrect|not (?:agreed|accepted|due|ours|payable|included)|too high|${drawn})`,
  zh: `(?:扣除?|扣减|扣款|减去|差额|差异|争议|异议|索赔|不符|有误|错误|不认|自理|${drawn})`,
} as const

/** What says the contrary, or is taken off by agreement: charges of banks, money kept back as a guarantee, tax to be reclaimed. */
export const harmless =
  /\b(?:no|without(?: any)?|free of|not|never|un)[- ]?(?:disput(?:e|es|ed)|deductions?|deducted|damaged?|defects?|defective|shortages?|claims?)\b|\b(?:bank|transfer|wire|handling) (?:charges?|fees?|costs?|commission)(?: (?:deducted|deduction))?|\bcash discounts?|无(?:任何)?(?:异议|争议|破损|扣款)|[未不]扣款?|(?:质保金|质量保证金|保证金|保留金)|(?:进项|税款|税额)?抵扣联?|(?:银行|转账|汇款|电汇)?手续费/giu

/** A part of what is owed, of which more is to follow. */
export const partly =
  /\b(?:part(?:ial)?[- ]?(?:pay(?:ment)?|settlement)|instal+ments?|down[- ]?payment|deposit|advance|pre-?pay(?:ment)?|on account|retention|(?:balance|remainder|rest) (?:to )?follows?|(?:1st|2nd|3rd|first|second|third) (?:half|rate|part|payment))\b|分期|首付|首期|[第]?[一二三]期|部分(?:付款|支付|货款)|定金|订金|预付|进度款|余款.{0,4}(?:后|下|再|另)/iu
