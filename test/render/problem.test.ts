import { describe, expect, test } from 'vitest'
import { note, problem, warning } from '../../src/core/base/problem.ts'
import { renderProblem } from '../../src/render/problem.ts'
import { english } from '../../src/text/en/all.ts'
import { chinese } from '../../src/text/zh/all.ts'

const style = { catalogue: english, colour: false }

describe('problems for people', () => {
  test('place, message, two lines with a caret, hint', () => {
    const where = { file: 'customers/acme.yaml', line: 9, column: 8, excerpt: ['price: twelve', 'unit: pcs'] }
    expect(renderProblem(problem('missing-key', { key: 'name' }, where), style)).toBe(
      `\
error: customers/acme.yaml:9:8: the key "name" is missing
   9 | price: twelve
     |        ^
  10 | unit: pcs
hint: add a line name: …
`,
    )
  })

  test('the caret stands under wide characters where they are', () => {
    const where = { file: 'a.yaml', line: 1, column: 5, excerpt: ['名称: x'] }
    const lines = renderProblem(problem('missing-key', { key: 'name' }, where), style).split('\n')
    expect(lines[1]).toBe('  1 | 名称: x')
    expect(lines[2]).toBe('    |       ^')
  })

  test('a tab counts as one space, so the caret stays in place', () => {
    const where = { file: 'a.yaml', line: 1, column: 2, excerpt: ['\tx'] }
    const lines = renderProblem(problem('missing-key', { key: 'name' }, where), style).split('\n')
    expect(lines.slice(1, 3)).toEqual(['  1 |  x', '    |  ^'])
  })

  test('a note without a place is its sentence', () => {
    expect(renderProblem(note('dry-run', {}), style)).toBe('dry run: nothing was written\n')
  })

  test('a warning says that it is one, in the reader’s language', () => {
    expect(renderProblem(warning('missing-key', { key: 'name' }), { catalogue: chinese, colour: false })).toMatch(
      /^警告: /,
    )
  })

  test('what a file says cannot command the terminal', () => {
    const where = { file: 'a\u001b.yaml', line: 1, column: 1, excerpt: ['\u001b[2Jx'] }
    const text = renderProblem(problem('missing-key', { key: '\u009b\u202e' }, where), style)
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })
})
