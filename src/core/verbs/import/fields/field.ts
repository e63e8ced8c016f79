// What a field of an import is, and the fields that several kinds of import have.
/** How a cell is read. `number` is an exact decimal, `code` a text whose `.0` from a spreadsheet's float is dropped. */
export type FieldType = 'text' | 'code' | 'day' | 'amount' | 'number' | 'currency'

export interface Field {
  readonly name: string
  readonly type: FieldType
  /** Headings in English and Chinese; compared without case, blanks and punctuation, the earlier first. */
  readonly headings: readonly string[]
}

export const customer: Field = {
  name: 'customer',
  type: 'code',
  headings: [
    'customer',
    'customer id',
    'customer no',
    'customer number',
    'customer code',
    'client',
    'client id',
    'account id',
    '客户',
    '客户编号',
    '客户代码',
    '客户号',
    '购买方',
    '会员号',
  ],
}
export const customerName: Field = {
  name: 'customerName',
  type: 'text',
  headings: [
    'customer name',
    'client name',
    'company name',
    'company',
    'buyer',
    '客户名称',
    '客户姓名',
    '单位名称',
    '购买方名称',
    '公司名称',
  ],
}
export const currency: Field = {
  name: 'currency',
  type: 'currency',
  headings: ['currency', 'currency code', 'ccy', 'cur', '币种', '货币', '币别'],
}
export const memo: Field = {
  name: 'memo',
  type: 'text',
  headings: ['memo', 'note', 'notes', 'remark', 'remarks', 'comment', '备注', '说明', '摘要'],
}
export const amount: Field = {
  name: 'amount',
  type: 'amount',
  headings: [
    'amount',
    'total',
    'total amount',
    'gross amount',
    'line total',
    'revenue',
    'value',
    'sum',
    '金额',
    '总额',
    '合计',
    '总金额',
    '销售额',
  ],
}
/** The source's own name of the row, which never changes: the row's identity where it is there. */
export const id: Field = {
  name: 'id',
  type: 'code',
  headings: ['row id', 'transaction id', 'entry id', 'uuid', '流水号', '交易流水号', '唯一编号'],
}
