// Sentences for the problems of the area "store".
import type { StoreProblems } from '../../../core/base/problems/store.ts'
import type { Sentences } from '../../catalogue.ts'
import { expectedPhrase, yamlFeatures, yamlReason } from './expected.ts'
import { systemReason } from './system.ts'

export const storeProblems: Sentences<StoreProblems> = {
  'not-a-file': ({ kind }) => ({
    message: `是${kind === 'link' ? '符号链接' : kind === 'folder' ? '文件夹' : '设备或管道'}，不是普通文件`,
    hint: '账簿中只能有普通文件：请放入文件本身',
  }),
  'file-unreadable': ({ reason }) => ({ message: `无法读取：${systemReason(reason)}` }),
  'not-utf8': ({ looksLike }) => ({
    message: `不是 UTF-8 编码${looksLike === '' ? '' : `；看起来是 ${looksLike}`}`,
    hint: '请另存为 UTF-8',
  }),
  'conflict-marker': () => ({ message: '文件中留有合并冲突标记', hint: '请选定一方、删去标记行，再运行 crm check' }),
  'file-exists': () => ({
    message: '已经存在，不能新建',
    hint: '请查看该文件；可能两个分支用了同一名称或编号：crm check',
  }),
  'file-too-large': ({ size, limit }) => ({
    message: `文件过大：${size} 字节，最多读取 ${limit} 字节`,
    hint: '长篇内容请放在 documents/ 下',
  }),
  'yaml-broken': ({ reason }) => ({ message: `不是有效的 YAML：${yamlReason(reason)}` }),
  'yaml-feature': ({ feature }) => ({
    message: `账簿中不能使用${yamlFeatures[feature] ?? String(feature)}`,
    hint: '请把值直接写出来',
  }),
  'duplicate-key': ({ key, line }) => ({ message: `键“${key}”重复；首次出现在第 ${line} 行`, hint: '请只保留一个' }),
  'forbidden-key': ({ key }) => ({ message: `“${key}”不能用作键`, hint: '请换一个名称' }),
  'unknown-key': ({ key, like }) => ({
    message: `未知的键“${key}”`,
    hint:
      like.length === 0 ? '自定义字段请放在 custom: 下' : `您是不是要 ${like.join('、')}？自定义字段请放在 custom: 下`,
  }),
  'rfm-thresholds': () => ({
    message: 'recency、frequency、monetary 的门槛个数须相同，一至八个，且逐个增大',
    hint: '请写成 recency: [30, 90]、frequency: [2, 5]、monetary: [500, 2000] 这样',
  }),
  'rules-or-k-means': ({ dimension }) => ({
    message: `维度 ${dimension} 同时写了 rules 和 kMeans`,
    hint: '请只留其一',
  }),
  'missing-key': ({ key }) => ({ message: `缺少键“${key}”`, hint: `请加一行 ${key}: …` }),
  'wrong-value': ({ key, found, expected, detail }) => ({
    message: `${key} 的值“${found}”不是${expectedPhrase(expected, detail)}`,
  }),
  'book-newer': ({ found, known }) => ({
    message: `账簿格式为 ${found}；此版本的 crm 只认得到 ${known}`,
    hint: '请安装新版 crm',
  }),
  'id-differs-from-file': ({ id, name }) => ({ message: `编号“${id}”与文件名“${name}”不同`, hint: '请改成一致' }),
  'bad-file-name': ({ name }) => ({ message: `“${name}”不是账簿允许的文件名`, hint: '请用 a 到 z、0 到 9 和连字符' }),
  'csv-header': ({ found, expected }) => ({ message: `表头是“${found}”`, hint: `必须以 ${expected} 开头` }),
  'csv-duplicate-column': ({ column }) => ({ message: `表头中“${column}”列重复`, hint: '请给每一列不同的名称' }),
  'csv-ragged': ({ found, expected }) => ({
    message: `该行有 ${found} 个字段，表头有 ${expected} 个`,
    hint: '文中有逗号时，整段文字要加引号',
  }),
  'csv-cut': () => ({ message: '文件在行中断开：最后一行没有换行符', hint: '请恢复该文件（git checkout）或补全该行' }),
  'yaml-cut': () => ({
    message: '最后一行没有换行符：文件末尾可能缺失',
    hint: '内容若完整，请在末尾加一个换行；否则请恢复该文件（git checkout）',
  }),
  'csv-quote': () => ({ message: '引号字段没有正确结束', hint: '请补上结尾引号；文中的引号要写两个' }),
  'bad-cell': ({ column, found, expected, detail }) => ({
    message: `${column} 列的“${found}”不是${expectedPhrase(expected, detail)}`,
  }),
  'row-in-wrong-month': ({ date, month }) => ({
    message: `${date} 的行写在了 ${month} 的文件里`,
    hint: '请移到所属月份的文件',
  }),
  'same-id-twice': ({ id, other }) => ({
    message: `编号 ${id} 在此处与 ${other} 的内容不同`,
    hint: '行不得修改：请恢复旧行，另加更正行',
  }),
  'lock-held': ({ pid, host, verb, since }) => ({
    message: `账簿正在使用：crm ${verb}，${host} 上的进程 ${pid}，自 ${since}`,
    hint: '请等它结束后重新运行；如它已结束而此处看不到：crm recover --break-lock',
  }),
  'lock-alive': ({ pid, verb }) => ({
    message: `锁属于 crm ${verb}（进程 ${pid}），它仍在本机运行`,
    hint: `请等它结束，或用 kill ${pid} 终止；如仍要解锁，请加 --yes`,
  }),
  'lock-broken': ({ pid, host }) => ({
    message: pid === 0 ? '已解除锁' : `已解除 ${host} 上进程 ${pid} 的锁`,
  }),
  'no-lock': () => ({ message: '没有锁可解除' }),
  'nothing-to-recover': () => ({ message: '无需恢复：没有未完成的提交' }),
  'lock-unclear': ({ path }) => ({
    message: `${path} 由此处看不到的进程持有`,
    hint: '如确定它已结束：crm recover --break-lock',
  }),
  'commit-unfinished': ({ file, reason }) => ({
    message: `已提交，但 ${file} 尚未就位：${reason}`,
    hint: '请勿重复该命令：下一条命令会完成它',
  }),
  'commit-conflict': ({ file }) => ({
    message: `完成提交时 ${file} 被他人修改；两个版本都已保留`,
    hint: 'crm recover --keep mine|theirs',
  }),
  'pending-damaged': ({ file }) => ({
    message: `${file} 属于一次未完成的提交，已损坏；没有改动任何内容`,
    hint: '请先备份 .crm 文件夹，查看 git status，再删除 .crm/pending 下该提交的文件夹',
  }),
  'book-busy': () => ({ message: '其他进程正在不停地写入账簿，无法读到一致的内容', hint: '请重新运行该命令' }),
  'read-only': ({ path }) => ({ message: `${path} 不可写`, hint: '请检查文件夹的权限' }),
}
