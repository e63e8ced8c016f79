// Help of the verbs of the group "service", in Chinese.
import type { SameHelp } from '../../catalogue.ts'
import type { serviceHelp as english } from '../../en/help/service.ts'

export const serviceHelp: SameHelp<typeof english> = {
  log: {
    summary: '登记一次电话、回访、投诉、承诺等往来',
    description:
      '在 activity/ 追加一行。类型：contact 联系、visit 回访、enquiry 咨询、complaint 投诉、dispute 争议、suggestion 建议、praise 表扬、survey 调查、task 任务、promise 付款承诺、hold 暂停催收、release 恢复催收、confirm 对账确认、consent 同意授权、referral 推荐、opportunity 商机、reminder 催款、letter 信函、gift 礼品、note 备注、assign 指派、stage 阶段、resolve 解决、reopen 重开、close 关闭；中英文均可。\n投诉、争议、咨询、任务和商机会立工单，工单编号即该行编号；后续记录用 --case 指明。未结争议、未到期承诺和暂停催收会使所指单据停止催收；未指明单据则整个客户停止催收。',
    arguments: {
      customer: '客户编号、名称或其唯一开头',
      kind: '往来类型',
      subject: '主题，简短说明',
    },
    options: {
      date: '日期，默认今天',
      time: '时刻，如 09:30',
      contact: '对方联系人',
      channel: '方式：phone、email、meeting、sms、wechat、web、post、social 或 other',
      direction: 'in（对方找我方）或 out（我方找对方）',
      by: '我方经办人：staff.yaml 中的编号',
      case: '所属工单',
      document: '涉及的账单；多张之间用 ; 分隔',
      item: '涉及的商品',
      subject: '同最后一个参数',
      need: '客户需求',
      feedback: '客户反馈',
      problem: '问题',
      solution: '解决方案',
      outcome: '结果',
      severity: '严重程度，自定',
      rating: '满意度评分，如 4',
      scale: '评分范围：5（1 至 5 分，默认）或 0-10',
      amount: '承诺或争议的金额',
      currency: '金额币种，默认客户币种',
      due: '期限：承诺、任务、工单的到期日，或暂停催收的最后一天',
      cause: '原因代码，自定',
      minutes: '用时（分钟）',
    },
    examples: [
      ['crm log yuanshan 回访 季度回访 --channel meeting --rating 5', '登记一次回访'],
      ['crm log yuanshan 争议 到货短少 --document INV-2026-0007', '该账单暂停催收'],
      ['crm log yuanshan promise --amount 5000 --due 2026-12-05', '到该日前不催'],
    ],
  },
}
