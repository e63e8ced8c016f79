// Sentences for the problems of the area "bank".
import type { BankProblems } from '../../../core/base/problems/bank.ts'
import type { Sentences } from '../../catalogue.ts'

export const bankProblems: Sentences<BankProblems> = {
  'unknown-account': ({ account, known }) => ({
    message: `账簿中没有银行账户“${account}”的流水`,
    hint: known.length === 0 ? '请先导入对账单：crm import 文件 --as bank --account 名称' : `现有：${known.join('、')}`,
  }),
  'unknown-line': ({ line, candidates }) => ({
    message:
      candidates.length === 0 ? `没有编号为 ${line} 的银行流水` : `${line} 对应多条流水：${candidates.join('、')}`,
    hint: 'crm reconcile --dry-run 可列出流水及其编号',
  }),
  'line-not-suggested': ({ line }) => ({
    message: `流水 ${line} 没有可确认的候选：已入账、已忽略或毫无线索`,
    hint: `可用 crm reconcile --explain ${line} 查看`,
  }),
  'several-candidates': ({ line, candidates }) => ({
    message:
      candidates.length === 0 ? `流水 ${line} 只知客户，不知单据` : `流水 ${line} 有多个候选：${candidates.join('、')}`,
    hint: `请写明结清哪张单据：--accept ${line}=${candidates[0] ?? '单据号'}`,
  }),
  'not-one-customer': ({ line, documents }) => ({
    message: `流水 ${line} 不能核销 ${documents.join('、')}：它们不属于同一客户，或币种与流水不同`,
  }),
  'bank-gaps': ({ count }) => ({
    message: `对账单之间有 ${count} 处缺口`,
    hint: '请导入这些日期的对账单；“缺少”是流水合计与对账单余额的差额',
  }),
  'not-the-payments': ({ line, payments }) => ({
    message: `流水 ${line} 不能与收款 ${payments.join('、')} 勾对：合计与流水金额不等，或已与其他流水勾对`,
    hint: '请更正手工录入的收款（crm reverse、crm pay），或改为指定单据',
  }),
  'lines-ignored': ({ count }) => ({ message: `已忽略 ${count} 笔流水，原因记入 ignored.csv` }),
  'lines-reconciled': ({ matched, suggested, unmatched, known, ignored }) => ({
    message: `已匹配 ${matched} 笔，待确认 ${suggested} 笔，未匹配 ${unmatched} 笔，已入账 ${known} 笔，已忽略 ${ignored} 笔`,
    ...(suggested === 0
      ? {}
      : { hint: 'crm reconcile --explain 流水编号 可查看比对过程；--accept 流水编号 可确认入账' }),
  }),
  'payers-learnt': ({ count }) => ({ message: `新识别 ${count} 个付款人，已记入客户档案的 payers:` }),
}
