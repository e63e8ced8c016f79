// Help of the verbs of the group "letters", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { lettersHelp as english } from '../../en/help/letters.ts'

export const lettersHelp: SameHelp<typeof english> = {
  chase: {
    summary: '列出应催收的客户及催款函',
    description:
      '列出扣除预收后仍逾期的客户、按 crm.yaml 催收阶梯应采取的步骤，以及用客户语言写的催款函。有未结争议、未到期付款承诺或暂停催收的单据不催。\n每次只升一级，两次催款的间隔不少于 crm.yaml 所定天数；漏掉的一次由下一次补上。加 --record 则将所列催款函登记为已催；当天再运行不会重复登记。',
    arguments: { customer: '只催这些客户；不写即全部' },
    options: {
      record: '登记为已发出',
      'as-of': '截至某日的情况',
    },
    examples: [
      ['crm chase', '谁该催到哪一步，以及催款函'],
      ['crm chase --record', '同上，并登记为已发出'],
      ['crm chase yuanshan --explain', '每张单据已到和已催的步骤'],
    ],
  },
}
