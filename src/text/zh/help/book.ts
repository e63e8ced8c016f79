// Help of the verbs about the book itself, in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { bookHelp as english } from '../../en/help/book.ts'

export const bookHelp: SameHelp<typeof english> = {
  check: {
    summary: '核验整个账簿，一切正常时不作声',
    description:
      '核验账簿的全部规则：文件可读，各行所指皆在，近十二个月月末余额等于未清减预收，各期首尾相接，账龄合计等于余额，任何款项不超用，单据等于其明细与流水，号码唯一且连续，每笔消费只开一次账单。全部成立时不输出、退出码 0；否则逐条给出位置、数字依据与处理办法，退出码 1。',
    arguments: {},
    options: {
      only: 'files、rows、customers、uses、balances、periods、aging、documents、numbers、sales 或 moves',
    },
    examples: [
      ['crm check', '一切正常时不作声'],
      ['crm check --only documents --json', '只查一项，供程序使用'],
    ],
  },
  init: {
    summary: '新建账簿',
    description:
      '建立文件夹，写入带注释的 crm.yaml（税率、编号、付款条件、价值层、催收阶梯、回访计划）和空目录；上级没有 git 时初始化 git。在终端会提问，否则由选项和 --yes 回答。绝不改动已有账簿。',
    arguments: { dir: '要建立的文件夹，或空文件夹' },
    options: {
      name: '公司名称，用于账单',
      currency: '本位币，如 CNY',
      locale: '语言与地区，如 zh-CN 或 en-GB',
      timezone: '决定“今天”的时区，如 Asia/Shanghai',
      'no-git': '不运行 git init',
    },
    examples: [['crm init books/harbour --name "海港商贸" --currency CNY --yes', '不提问，直接新建']],
  },
  recover: {
    summary: '完成或丢弃崩溃后遗留的提交',
    description:
      '每个会改动账簿的命令都会先自动做这件事；recover 只做这件事。已发布的提交予以完成，未发布的予以丢弃。如其间文件被他人改动，在 --keep 指明保留哪一方之前不做任何改动；另一方存入 .crm/kept。--break-lock 解除持有者在此处看不到的锁。再次运行则无事可做。\n给出坏账核销或其单据号时，则收回坏账：登记一行，使单据恢复相应的未清额，以便核销后来收到的款项。',
    arguments: { 'write-off': '要收回的坏账核销：其行编号，或单据号', amount: '收回多少；默认全部' },
    options: {
      keep: 'mine：保留提交的版本；theirs：保留文件现状',
      'break-lock': '先解除锁；请确认其持有者已结束',
      date: '收回坏账：生效日期',
      memo: '收回坏账：备注',
    },
    examples: [
      ['crm recover', '完成未完成的提交'],
      ['crm recover --dry-run', '只显示将要做什么'],
      ['crm recover --keep theirs', '解决冲突：保留文件现状'],
      ['crm recover INV-2026-0001 400.00', '收回其坏账中的 400.00'],
    ],
  },
  demo: {
    summary: '用虚构商行的账簿演示一个月的工作',
    description:
      '把示例账簿复制到临时文件夹，用真实的命令做完最后一个月：导入、开账单、对账、催收、分级、报表。每条命令都照您会输入的样子显示，并附上结果和数字的含义。副本会保留，可自行查看。',
    arguments: {},
    options: { dir: '副本放在哪里（默认新建临时文件夹）' },
    examples: [
      ['crm demo', '演示一个月'],
      ['crm demo --lang zh --dir try', '用中文演示，账簿留在 try/'],
    ],
  },
  help: {
    summary: '说明命令或问题',
    description: '不带参数：列出全部命令。带命令：显示其说明。“errors”列出每个问题的代码与说明。',
    arguments: { verb: '命令，或 errors', code: 'errors 之后：问题的代码' },
    options: {},
    examples: [
      ['crm help add', '一个命令的说明'],
      ['crm help errors unknown-customer', '该问题的含义'],
    ],
  },
}
