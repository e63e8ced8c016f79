// Help of the verbs of the group "exchange", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { exchangeHelp as english } from '../../en/help/exchange.ts'

export const exchangeHelp: SameHelp<typeof english> = {
  export: {
    summary: '导出为 hledger、ledger 或 beancount 账本',
    description:
      '把应收款的每一笔变动写成复式分录：账单对应收入和税金，收款对应银行，滞纳金、按原因区分的扣款、坏账核销、期初、转移各有科目。任何一天各客户各币种的余额都与 crm report balance 一致。科目与币种均已声明，可通过 hledger check --strict、ledger --strict 和 bean-check。',
    arguments: { format: 'hledger、ledger 或 beancount' },
    options: {
      'as-of': '不计此日之后的变动；默认为今天',
      chart: '科目名称：en（默认）、cas（企业会计准则）或 small（小企业会计准则）',
    },
    examples: [
      ['crm export hledger -o book.journal', '然后：hledger -f book.journal check --strict'],
      ['crm export beancount --chart cas -o book.beancount', '用中文科目'],
    ],
  },
  import: {
    summary: '导入客户、消费记录、账单、收款、银行流水、汇率',
    description:
      '读取 CSV 或工作簿（.xlsx）；银行流水也可为 CAMT、MT940、OFX、QIF 或支付宝、微信支付账单，按内容识别；列出其中哪些是新增、哪些已有、哪些拒收及原因；拒收的行不妨碍其他行。列按中英文列名识别；未注明单据的收款按 crm.yaml 的 allocation 核销。汇率可为 日期、原币、本位币、汇率 各列，也可为央行发布的每币种一列的表；以欧元计价的表会换算成对本位币的汇率。识别不了的，写一个映射文件：columns（字段: 列名）、constants（字段: 固定值）、date（如 M/d/yyyy）、decimal（"." 或 ","）。映射存入 imports/，以后列名相同的文件自动采用。\n重复导入、或导入内容重叠的文件，都不会重复入账；两行相同的真实记录仍是两行。日期有两种读法的文件，须在映射中写明才会接受。',
    arguments: { file: '文件、文件夹或 zip 压缩包；银行流水可写多个；- 表示标准输入' },
    options: {
      as: 'customers 客户、sales 消费记录、payments 收款、bills 账单、bank 银行流水、rates 汇率、remittance 付款通知',
      map: '映射文件，或已保存映射的名称',
      account: '银行流水所属账户，即 bank/ 下的文件夹；不写则按 crm.yaml 的 accounts 中登记的 iban 或 number 识别',
      'create-customers': '为账簿中没有的客户逐一建档',
      'reject-file': '把拒收的行原样存入该文件；多个文件时各存一个，名为“文件-名称”',
      encoding: '非 UTF-8 文件的编码，如 gb18030',
      date: '日期写法，如 d/M/yyyy；文件本身看不出时用',
      decimal: '小数点，. 或 ,；文件本身看不出时用',
      force: '银行流水：账簿似乎已有的行也要收入，写其在文件中的行号',
      describe: '只看不导入：文件的格式及其依据；看不出的会询问',
      save: '与 --describe 同用：把格式保存为 imports/名称.yaml',
      column: '与 --describe 同用：说明某列是什么，如 amount=金额；无标题行时写 date=1',
      delimiter: '与 --describe 同用：列分隔符',
      skip: '与 --describe 同用：开头跳过的行数',
      bare: '与 --describe 同用：文件没有标题行，各列称为 1、2、3',
      sign: '与 --describe 同用：plain（支出为负）、reversed（支出为正）、ignored（收入列、支出列正负不论）',
    },
    examples: [
      ['crm import 客户.csv --as customers', '新增尚未建档的客户'],
      ['crm import till.csv --as sales --map till.yaml --dry-run', '只看哪些会收、哪些不收'],
      ['crm import eurofxref-hist.csv --as rates', '央行公布的汇率'],
      ['crm import oct.csv --as bank --account icbc --encoding gb18030', '补入对账单中新的流水'],
      ['crm import --describe oct.csv --save my-bank', '查看未知银行的 CSV 并保存读法'],
      ['crm import 下载 --as bank', '导入文件夹中的所有对账单，各归各的账户'],
    ],
  },
}
