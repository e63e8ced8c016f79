// Sentences for the problems of the area "exchange".
import type { ExchangeProblems } from '../../../core/base/problems/exchange.ts'
import type { LayoutWord } from '../../../core/base/words/exchange.ts'
import type { Sentence, Sentences } from '../../catalogue.ts'

const kinds: Readonly<Record<string, string>> = {
  customers: '客户',
  sales: '消费记录',
  payments: '收款',
  bills: '账单',
  bank: '银行流水',
}
const kind = (as: string) => kinds[as] ?? as

function xmlFault(fault: ExchangeProblems['bad-xml']['fault']): string {
  if (fault === 'declaration') return 'XML 自行声明了类型或实体，银行对账单从不如此：不予读取'
  if (fault === 'entity') return 'XML 引用了未定义的实体'
  if (fault === 'too-deep') return 'XML 嵌套过深，超过任何对账单'
  return fault === 'too-large' ? 'XML 在明细之外的元素过多，超过任何对账单' : '文件不是格式良好的 XML'
}

/** 文件自身没有说明时，请用户说什么。 */
const layoutSentences: Readonly<Record<string, (example: string) => Sentence>> = {
  encoding: (like) => ({ message: '文件不是 UTF-8，编码无从判断', hint: `如为 ${like}，请加 --encoding ${like}` }),
  delimiter: () => ({ message: '列分隔符无从判断', hint: '请加 --delimiter ";"' }),
  headingRow: () => ({ message: '没有像标题的行', hint: '请加 --skip 行数 或 --bare' }),
  dateColumn: () => ({ message: '没有像日期的列', hint: '请加 --column date=标题' }),
  amountColumn: () => ({
    message: '哪一列是金额无从判断',
    hint: '请加 --column amount=标题，或 --column in=标题 out=标题',
  }),
  dateFormat: (example) => ({
    message: `没有日期能说明“${example}”是日/月还是月/日`,
    hint: '请加 --date d/M/yyyy 或 --date M/d/yyyy',
  }),
  decimalMark: (example) => ({
    message: `没有金额能说明“${example}”是小数还是千分位`,
    hint: '请加 --decimal . 或 --decimal ,',
  }),
  sign: (example) => ({
    message: `“${example}”是收入还是支出无从判断`,
    hint: '请加 --sign plain（支出为负）或 --sign reversed（支出为正）',
  }),
  readLines: () => ({ message: '没有读出任何行' }),
}

function layoutOpen(property: LayoutWord, example: string): Sentence {
  return layoutSentences[property]?.(example) ?? { message: `文件的 ${property} 无从判断` }
}

export const exchangeProblems: Sentences<ExchangeProblems> = {
  'missing-column': ({ field, headings }) => ({
    message: `没有一列是 ${field}；文件的列有：${headings.join('、')}`,
    hint: '请在映射文件中写明各列：--map 文件；对账单的格式可由 crm import --describe 文件 查明',
  }),
  'unknown-encoding': ({ encoding }) => ({
    message: `没有“${encoding}”这种编码`,
    hint: '可用 utf-8、gb18030、big5、shift_jis、windows-1252、utf-16le 等',
  }),
  'not-in-encoding': ({ encoding }) => ({
    message: `文件不是 ${encoding} 编码`,
    hint: '去掉 --encoding 可看它像哪种编码',
  }),
  'import-spreadsheet': () => ({ message: '是电子表格（或压缩包），不是文本', hint: '请打开后另存为 CSV UTF-8' }),
  'import-not-utf8': ({ looksLike }) => ({
    message: `文件不是 UTF-8 编码，像是 ${looksLike === 'gb18030' ? 'GB18030' : 'Windows-1252'}`,
    hint: `如确认无误，请加 --encoding ${looksLike}`,
  }),
  'import-cut': () => ({ message: '文件在一行的中间断掉了', hint: '复制或导出未完成，请重新取得文件' }),
  'import-unended': () => ({
    message: '文件的结尾不符合其格式：最后一行可能被截断',
    hint: '请看最后一行是否完整；若不完整，请重新取得文件',
  }),
  'import-empty': () => ({ message: '文件是空的', hint: '第一行必须是列名' }),
  'bad-xml': ({ fault }) => ({
    message: xmlFault(fault),
    hint: '请重新下载对账单；改动过或手工制作的文件未必是银行所写',
  }),
  'read-as-gb18030': () => ({ message: '文件不是 UTF-8 编码，列名符合已知的账单格式，已按 GB18030 读取' }),
  'read-as-western': () => ({ message: '文件按 Windows-1252 读取：它不是 UTF-8，而列名是西方银行的列名' }),
  'mt940-part': () => ({
    message: '文件像是 MT940 对账单的一部分：没有 :20: 开头，账户与币种不明',
    hint: '请向银行下载完整的对账单',
  }),
  'unknown-field': ({ field, as, allowed }) => ({
    message: `映射中的“${field}”不是${kind(as)}的字段`,
    hint: `可用字段：${allowed.join('、')}`,
  }),
  'heading-twice': ({ heading, field }) => ({
    message: `有两列都叫“${heading}”，无法确定哪一列是 ${field}`,
    hint: '请改掉其中一个列名，或在映射中选用别的列',
  }),
  'missing-heading': ({ heading, field, headings }) => ({
    message: `映射要求用“${heading}”列作 ${field}，而文件的列有：${headings.join('、')}`,
    hint: '请更正映射文件中的列名',
  }),
  'days-ambiguous': ({ example }) => ({
    message: `整个文件都看不出“${example}”是日/月还是月/日`,
    hint: '请加 --date d/M/yyyy 或 --date M/d/yyyy（或在映射文件中写 date:）',
  }),
  'days-contradictory': ({ example }) => ({
    message: `文件中既有日/月也有月/日的写法：${example}`,
    hint: '请在映射文件中写明 date: d/M/yyyy 或 date: M/d/yyyy；不合的行将被拒收',
  }),
  'marks-ambiguous': ({ example }) => ({
    message: `文件中没有金额能说明“${example}”是小数还是千位分隔`,
    hint: '请加 --decimal . 或 --decimal ,（或在映射文件中写 decimal:）',
  }),
  'marks-contradictory': ({ example }) => ({
    message: `文件中小数点和小数逗号混用：${example}`,
    hint: '请在映射文件中写明 decimal: "." 或 decimal: ","；不合的行将被拒收',
  }),
  'bad-day-pattern': ({ pattern }) => ({
    message: `“${pattern}”不是日期格式`,
    hint: '请写成 yyyy-MM-dd、d/M/yyyy、MM/dd/yyyy 或 dd.MM.yyyy HH:mm 这样',
  }),
  'mapping-for-other': ({ name, as, found }) => ({
    message: `映射 ${name} 用于${kind(found)}，不用于${kind(as)}`,
    hint: `请用 --as ${found}，或换一个映射`,
  }),
  'unknown-mapping': ({ name, known }) => ({
    message: `没有映射“${name}”：既不是文件，imports/ 中也没有保存`,
    ...(known.length === 0 ? {} : { hint: `已保存的有：${known.join('、')}` }),
  }),
  'several-mappings': ({ names }) => ({
    message: `有多个已保存的映射都适合此文件：${names.join('、')}`,
    hint: `请选一个：--map ${names[0] ?? '名称'}`,
  }),
  'dialect-used': ({ name, bank }) => ({ message: `按 ${bank} 的 CSV 格式读取（格式 ${name}）` }),
  'mapping-used': ({ name }) => ({ message: `按 imports/${name}.yaml 中保存的列读取` }),
  'layout-open': ({ property, example }) => layoutOpen(property, example),
  'layout-defined': ({ format }) => ({
    message: `文件为 ${format} 格式，无需描述`,
    hint: '直接导入：crm import 文件 --as bank',
  }),
  'layout-unsaved': ({ file }) => ({
    message: '此格式尚未保存',
    hint: `加上 --save 名称，此后 crm import ${file} --as bank 即按此读取`,
  }),
  'describe-one': () => ({ message: '--describe 一次只看一个文件', hint: '请只写一个文件' }),
  'describe-bank': ({ as }) => ({
    message: `--describe 用于银行流水，不用于 ${as}`,
    hint: '请手写映射文件：--map 文件',
  }),
  'describe-flag': ({ flag }) => ({
    message: `${flag} 说明文件的格式，只与 --describe 同用`,
    hint: '请加上 --describe；要保存则再加 --save 名称',
  }),
  'mapping-exists': ({ name }) => ({
    message: `imports/${name}.yaml 已存在且内容不同`,
    hint: '请另取名称，或编辑该文件',
  }),
  'force-unknown': ({ lines }) => ({
    message: `--force 所指的行不在账簿中：${lines.join('、')}`,
    hint: '这些行本来就会收入；--explain 列出账簿中已有的行',
  }),
  'force-one': () => ({
    message: '--force 指的是一个银行流水文件中的行',
    hint: '请单独导入该文件，并写 --as bank',
  }),
  'bad-column-flag': ({ text }) => ({
    message: `“${text}”没有指明列`,
    hint: '请写 --column 字段=标题，如 --column amount=金额；没有标题行时写列号',
  }),
  'mapping-saved-bare': ({ name }) => ({
    message: `格式已存为 imports/${name}.yaml；没有标题行的文件无从识别，导入时请写 --map ${name}`,
  }),
  'mapping-saved': ({ name }) => ({ message: `映射已存为 imports/${name}.yaml，下次遇到同样的文件自动采用` }),
  'bad-mapping-name': ({ name }) => ({
    message: `映射不能以“${name}”为名保存`,
    hint: '请用 a 到 z、0 到 9 和连字符命名其文件，如 till-2026.yaml',
  }),
  'account-needed': () => ({
    message: '银行流水须写明所属账户',
    hint: '请加 --account 名称，即 bank/ 下的文件夹名；对账单写明账户的，可在 crm.yaml 的 accounts: 下登记其 iban 或 number',
  }),
  'account-unknown': ({ account, known }) => ({
    message: `对账单属于账户“${account}”，crm.yaml 中没有登记`,
    hint: `${known.length === 0 ? '' : `已登记：${known.join('、')}；`}请在 crm.yaml 的 accounts: 下登记（name，以及 iban 或 number），或用 --account 指明`,
  }),
  'account-contradicts': ({ account, said, belongs }) => ({
    message: `对账单属于账户“${said}”${belongs === '' ? '' : `（${belongs}）`}，而不是 ${account}`,
    hint:
      belongs === ''
        ? `请改正 crm.yaml 中 ${account} 的 iban 或 number，或指明另一账户`
        : `去掉 --account，或写 --account ${belongs}`,
  }),
  'bad-workbook': () => ({ message: '工作簿无法读取：已损坏，或不是工作簿', hint: '请打开后把工作表另存为 CSV UTF-8' }),
  'legacy-workbook': () => ({
    message: '是旧版 Excel 工作簿（.xls），或有密码保护；两者都不能读取',
    hint: '请打开后另存为 .xlsx 或 CSV UTF-8，不设密码',
  }),
  'web-page': () => ({
    message: '无论文件名如何，内容是网页',
    hint: '请用电子表格软件打开，另存为 .xlsx 或 CSV UTF-8',
  }),
  'bad-zip': () => ({ message: '压缩包无法读取：已损坏或已加密', hint: '请解压后再导入' }),
  'zip-too-large': ({ megabytes, limit, count }) => ({
    message: `压缩包有 ${count} 个文件，解压后 ${megabytes} MB；超过 ${limit} MB 或 10000 个文件不予读取`,
    hint: '请解压后逐个导入',
  }),
  'sheets-other': ({ sheet, others }) => ({
    message: `已读取工作表“${sheet}”；未读取：${others.join('、')}`,
    hint: '要导入其他工作表，请另存为单独的文件',
  }),
  'files-skipped': ({ count, files }) => ({
    message: `${count} 个文件从名称看不是对账单，未读取：${files.join('、')}${count > files.length ? ' …' : ''}`,
    hint: '直接写出文件名，则无论名称如何都会读取',
  }),
  'files-none': ({ path }) => ({
    message: `${path} 中没有对账单`,
    hint: '会查找以 csv、txt、xml、sta、mt940、ofx、qbo、qfx、qif、xlsx、zip 等结尾的文件',
  }),
  'files-many': ({ as }) => ({ message: `一次导入多个文件只适用于银行流水，不适用于 ${as}`, hint: '请逐个导入' }),
  'files-imported': ({ files, added, known, rejected }) => ({
    message: `${files} 个文件：新增 ${added}，已有 ${known}，拒收 ${rejected}`,
  }),
  'bad-account-name': ({ account }) => ({
    message: `“${account}”不能作账户名`,
    hint: '请用 a 到 z、0 到 9 和连字符，如 icbc-main',
  }),
  'rows-imported': ({ file, added, known, rejected }) => ({
    message: `${file}：新增 ${added} 行，已有 ${known} 行，拒收 ${rejected} 行`,
    ...(rejected === 0 ? {} : { hint: '--reject-file 文件 可原样保留拒收的行，改好后再导入' }),
  }),
  'rejects-kept': ({ file, count }) => ({ message: `拒收的 ${count} 行已存入 ${file}` }),
  'customers-created': ({ count }) => ({ message: `新增客户 ${count} 个` }),
  'documents-not-found': ({ count, documents }) => ({
    message: `${count} 笔收款所结的单据不在账簿中，暂作预收：${documents.join('、')}${count > documents.length ? '……' : ''}`,
    hint: '请先导入账单，再导入一次本文件，届时自动核销',
  }),
  'use-create-customers': ({ count }) => ({
    message: `${count} 行因客户不在账簿中而被拒收`,
    hint: '加 --create-customers 可为它们逐一新建客户',
  }),
}
