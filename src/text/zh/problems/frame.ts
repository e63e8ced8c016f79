// Sentences for the problems of the area "frame".
import type { FrameProblems } from '../../../core/base/problems/frame.ts'
import type { Sentences } from '../../catalogue.ts'
import { systemReason } from './system.ts'

const likely = (like: readonly string[]) => (like.length === 0 ? {} : { hint: `您是不是要：${like.join('、')}？` })

export const frameProblems: Sentences<FrameProblems> = {
  usage: ({ text }) => ({ message: text, hint: 'crm help 命令 可查看该命令的选项' }),
  'unknown-option': ({ option, like }) => ({
    message: `没有选项 ${option}`,
    hint: like.length === 0 ? 'crm help 命令 可查看该命令的选项' : `您是不是要 ${like.join('、')}？`,
  }),
  'argument-missing': ({ name }) => ({ message: `缺少 ${name}`, hint: 'crm help 命令 可查看该命令需要什么' }),
  'option-needs-value': ({ option }) => ({ message: `${option} 需要一个值` }),
  'too-many-arguments': ({ allowed }) => ({ message: `参数过多：最多 ${allowed} 个`, hint: '含空格的文字请加引号' }),
  'unknown-verb': ({ name, like }) => ({
    message: `没有“${name}”这个命令`,
    ...(like.length === 0 ? { hint: 'crm --help 列出全部命令' } : likely(like)),
  }),
  'no-book': ({ path }) => ({
    message: `这里没有账簿：${path} 及其上级文件夹中都没有 crm.yaml`,
    hint: '进入账簿文件夹，用 --book 文件夹 或 CRM_BOOK 指明，或用 crm init 文件夹 新建',
  }),
  'not-a-day': ({ flag, text }) => ({ message: `${flag} “${text}” 不是存在的日期`, hint: '请写成 2026-11-03 这样' }),
  'not-a-period': ({ flag, text }) => ({
    message: `${flag} “${text}” 不是期间`,
    hint: '请写成 2026-10、2026Q4、2026、2026-01-05..2026-02-10 或“上月”',
  }),
  'not-an-amount': ({ flag, text, currency, decimals }) => ({
    message: `${flag} “${text}” 不是 ${currency} 金额`,
    hint:
      decimals === 0
        ? `${currency} 没有小数：请写成 1250 这样`
        : `请写成 ${decimals === 2 ? '12.50' : '12.500'} 这样，最多 ${decimals} 位小数`,
  }),
  'not-a-number': ({ flag, text }) => ({ message: `${flag} “${text}” 不是数字`, hint: '请写成 3 或 2.5 这样' }),
  'not-one-of': ({ flag, text, allowed }) => ({
    message: `${flag} 不能是“${text}”`,
    hint: `可选：${allowed.join('、')}`,
  }),
  'hidden-character': ({ text, character }) => ({
    message: `“${text}” 含有看不见的字符 ${character}`,
    hint: '请重新键入；从别处复制的文字可能带有这类字符',
  }),
  'flag-missing': ({ flag }) => ({ message: `缺少 ${flag}`, hint: `此处无人可问：请用选项 ${flag} 给出` }),
  'unknown-code': ({ name, like }) => ({ message: `没有编号为“${name}”的问题`, ...likely(like) }),
  'changed-underneath': ({ file }) => ({
    message: `${file} 同时被他人修改、新增或删除；没有写入任何内容`,
    hint: '请重新运行该命令',
  }),
  'today-before-rows': ({ today, newest }) => ({
    message: `以 ${today} 为今天，但账簿中已有 ${newest} 的记录`,
    hint: '请检查本机时钟、--today 和 CRM_TODAY',
  }),
  'today-ahead': ({ today, newest, days }) => ({
    message: `以 ${today} 为今天，距账簿最新记录（${newest}）已 ${days} 天`,
    hint: '请检查本机时钟、--today 和 CRM_TODAY',
  }),
  'today-far-ahead': ({ today, newest, days }) => ({
    message: `以 ${today} 为今天，距账簿最新记录（${newest}）已 ${days} 天；没有写入任何内容`,
    hint: '请检查本机时钟、--today 和 CRM_TODAY；如日期无误，请加 --yes',
  }),
  'plan-changed': () => ({ message: '账簿已同时变动，所示计划不再成立；没有写入任何内容', hint: '请重新运行该命令' }),
  'output-folder-not-empty': ({ path }) => ({
    message: `${path} 中已有文件`,
    hint: '请用 --output 指明新的或空的文件夹',
  }),
  'output-exists-as-folder': ({ path }) => ({ message: `${path} 是文件夹`, hint: '请用 --output 指明文件' }),
  'amount-too-large': ({ amount }) => ({
    message: `金额或合计过大：以最小货币单位计为 ${amount}，上限为 9007199254740991`,
    hint: '请检查数量、单价或金额是否多写了位数',
  }),
  'file-failed': ({ path, reason }) => ({ message: `${path}：${systemReason(reason)}` }),
  'cannot-write': ({ path, reason }) => ({ message: `无法写入 ${path}：${systemReason(reason)}` }),
  'cannot-read': ({ path, reason }) => ({ message: `无法读取 ${path}：${systemReason(reason)}` }),
  'dry-run': () => ({ message: '试运行：没有写入任何内容' }),
  'nothing-to-do': () => ({ message: '无事可做' }),
  'not-understood': ({ text, expected }) => ({ message: `无法理解“${text}”`, hint: `请写成 ${expected} 这样` }),
  cancelled: () => ({ message: '已取消；没有写入任何内容' }),
  'needs-confirmation': () => ({ message: '需要确认', hint: '先用 --dry-run 查看计划，再加 --yes' }),
  'not-a-timezone': ({ text }) => ({
    message: `“${text}”不是时区`,
    hint: '请写成 Asia/Shanghai 或 Europe/Berlin 这样',
  }),
  'book-exists': ({ path }) => ({ message: `${path} 中已有账簿` }),
  'book-created': ({ path }) => ({
    message: `已在 ${path} 建立新账簿`,
    hint: '进入该文件夹后试试：crm add "第一位客户"',
  }),
  'demo-folder-taken': ({ path }) => ({
    message: `${path} 已存在且不为空`,
    hint: '用 --dir 另指定一个文件夹，或省略 --dir',
  }),
  'git-failed': ({ reason }) => ({
    message: `git init 未成功：${reason}`,
    hint: '没有 git 账簿也能用；可稍后在该处运行 git init',
  }),
  'no-book-at-commit': ({ commit }) => ({ message: `提交 ${commit} 中此处没有 crm.yaml` }),
  'not-known-to-git': ({ when, reason }) => ({
    message: `git 中没有 ${when} 时的账簿${reason === '' ? '' : `：${reason}`}`,
    hint: '请写账簿所在 git 仓库中的日期或提交',
  }),
  'known-at-reads': ({ verb }) => ({ message: `--known-at 只看过去，不能与写入的 crm ${verb} 同用` }),
  'as-known-at': ({ commit }) => ({ message: `按提交 ${commit} 时的账簿` }),
}
