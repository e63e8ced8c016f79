// Sentences for the problems of the area "store".
import type { StoreProblems } from '../../../core/base/problems/store.ts'
import type { Sentences } from '../../catalogue.ts'
import { expectedPhrase, yamlFeatures, yamlReason } from './expected.ts'
import { systemReason } from './system.ts'

export const storeProblems: Sentences<StoreProblems> = {
  'not-a-file': ({ kind }) => ({
    message: `is ${kind === 'link' ? 'a symbolic link' : kind === 'folder' ? 'a folder' : 'a device or pipe'}, not a plain file`,
    hint: 'a book holds plain files only: put the file itself there',
  }),
  'file-unreadable': ({ reason }) => ({ message: `cannot be read: ${systemReason(reason)}` }),
  'not-utf8': ({ looksLike }) => ({
    message: `is not UTF-8${looksLike === '' ? '' : `; it looks like ${looksLike}`}`,
    hint: 'save it as UTF-8',
  }),
  'conflict-marker': () => ({
    message: 'a merge conflict was left in the file',
    hint: 'choose a side, remove the marker lines, and run crm check',
  }),
  'file-exists': () => ({
    message: 'is there already, so it cannot be made',
    hint: 'look at it; two branches may have used the same name or number: crm check',
  }),
  'file-too-large': ({ size, limit }) => ({
    message: `is too large: ${size} bytes, at most ${limit} are read`,
    hint: 'keep long texts under documents/',
  }),
  'yaml-broken': ({ reason }) => ({ message: `is not valid YAML: ${yamlReason(reason)}` }),
  'yaml-feature': ({ feature }) => ({
    message: `${yamlFeatures[feature] ?? String(feature)} cannot be used in a book`,
    hint: 'write the values out',
  }),
  'duplicate-key': ({ key, line }) => ({
    message: `the key "${key}" stands twice; first on line ${line}`,
    hint: 'keep one of them',
  }),
  'forbidden-key': ({ key }) => ({ message: `"${key}" cannot be a key`, hint: 'choose another name' }),
  'unknown-key': ({ key, like }) => ({
    message: `unknown key "${key}"`,
    hint:
      like.length === 0
        ? 'fields of your own belong under custom:'
        : `did you mean ${like.join(', ')}? Fields of your own belong under custom:`,
  }),
  'rfm-thresholds': () => ({
    message:
      'recency, frequency and monetary need equally many thresholds, from one to eight, each higher than the one before',
    hint: 'write it like recency: [30, 90], frequency: [2, 5], monetary: [500, 2000]',
  }),
  'rules-or-k-means': ({ dimension }) => ({
    message: `the dimension ${dimension} has both rules and kMeans`,
    hint: 'keep one of the two',
  }),
  'missing-key': ({ key }) => ({ message: `the key "${key}" is missing`, hint: `add a line ${key}: …` }),
  'wrong-value': ({ key, found, expected, detail }) => ({
    message: `${key} "${found}" is not ${expectedPhrase(expected, detail)}`,
  }),
  'book-newer': ({ found, known }) => ({
    message: `the book has format ${found}; this crm knows up to ${known}`,
    hint: 'install a newer crm',
  }),
  'id-differs-from-file': ({ id, name }) => ({
    message: `id "${id}" is not the name of the file, "${name}"`,
    hint: 'make them equal',
  }),
  'bad-file-name': ({ name }) => ({
    message: `"${name}" is not a name that a book may hold`,
    hint: 'use a to z, 0 to 9 and hyphens',
  }),
  'csv-header': ({ found, expected }) => ({
    message: `the header is "${found}"`,
    hint: `it must begin with ${expected}`,
  }),
  'csv-duplicate-column': ({ column }) => ({
    message: `the column "${column}" stands twice in the header`,
    hint: 'give each column a name of its own',
  }),
  'csv-ragged': ({ found, expected }) => ({
    message: `the row has ${found} fields, the header ${expected}`,
    hint: 'a comma inside a text needs quotes around the text',
  }),
  'csv-cut': () => ({
    message: 'the file ends in the middle of a row: its last line has no newline',
    hint: 'restore the file (git checkout), or complete the row',
  }),
  'yaml-cut': () => ({
    message: 'the last line has no newline: the end of the file may be missing',
    hint: 'if all of it is there, end it with a newline; else restore it (git checkout)',
  }),
  'csv-quote': () => ({
    message: 'a quoted field is not closed as it should be',
    hint: 'end it with a quote, and write quotes inside it twice',
  }),
  'bad-cell': ({ column, found, expected, detail }) => ({
    message: `${column} "${found}" is not ${expectedPhrase(expected, detail)}`,
  }),
  'row-in-wrong-month': ({ date, month }) => ({
    message: `a row of ${date} stands in the file of ${month}`,
    hint: 'move the row to the file of its month',
  }),
  'same-id-twice': ({ id, other }) => ({
    message: `the id ${id} stands here and at ${other} with different content`,
    hint: 'rows are never edited: restore the old one and add a correcting row',
  }),
  'lock-held': ({ pid, host, verb, since }) => ({
    message: `the book is in use: crm ${verb}, process ${pid} on ${host}, since ${since}`,
    hint: 'wait for it, then run the command again; if it is dead and cannot be seen from here: crm recover --break-lock',
  }),
  'lock-alive': ({ pid, verb }) => ({
    message: `the lock belongs to crm ${verb}, process ${pid}, which is still running here`,
    hint: `wait for it or end it (kill ${pid}); to break its lock all the same, add --yes`,
  }),
  'lock-broken': ({ pid, host }) => ({
    message: pid === 0 ? 'the lock was removed' : `the lock of process ${pid} on ${host} was removed`,
  }),
  'no-lock': () => ({ message: 'there is no lock to break' }),
  'nothing-to-recover': () => ({ message: 'nothing to recover: no commit was left unfinished' }),
  'lock-unclear': ({ path }) => ({
    message: `${path} is held by a process that cannot be seen from here`,
    hint: 'if you are sure that it is dead: crm recover --break-lock',
  }),
  'commit-unfinished': ({ file, reason }) => ({
    message: `committed, but ${file} is not in place yet: ${reason}`,
    hint: 'do not repeat the command: the next one finishes it',
  }),
  'commit-conflict': ({ file }) => ({
    message: `${file} was changed by someone else while a commit was being finished; both versions are kept`,
    hint: 'crm recover --keep mine|theirs',
  }),
  'pending-damaged': ({ file }) => ({
    message: `${file}, part of a commit that was not finished, is damaged; nothing was touched`,
    hint: 'keep a copy of the folder .crm, look at git status, then remove the folder of that commit below .crm/pending',
  }),
  'book-busy': () => ({
    message: 'others are writing to the book without a pause, so it could not be read in one piece',
    hint: 'run the command again',
  }),
  'read-only': ({ path }) => ({ message: `${path} cannot be written to`, hint: 'check the permissions of the folder' }),
}
