import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../../src/main.ts'
import { fixedWorld } from '../support/world.ts'

const place = mkdtempSync(join(tmpdir(), 'crm-demo-test-'))
const played: Record<string, { exit: number; stdout: string; stderr: string }> = {}

async function crm(argv: readonly string[], folder = place) {
  const captured = fixedWorld(folder, { today: '2027-03-03' })
  const exit = await main(argv, captured.world)
  return { exit, stdout: captured.stdout(), stderr: captured.stderr() }
}

beforeAll(async () => {
  for (const language of ['en', 'zh'])
    played[language] = await crm(['demo', '--lang', language, '--dir', `played-${language}`])
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

describe('the demo', () => {
  test.each([
    ['en', '→ 36 lines booked: CNY 296,507.71, EUR 13,040.60, USD 23,161.40.\n  9 lines left for a person to decide:'],
    ['en', '→ 85 sales came in, 1 return among them'],
    ['en', '  EUR: 19,807.90 before + 10,830.70 billed − 13,040.60 received = 17,598.00'],
    ['en', 'MARIGOLD AND FINCH HOLDINGS'],
    ['zh', '→ 已入账 36 笔：CNY 296,507.71, EUR 13,040.60, USD 23,161.40。\n  其余 9 笔留待人工判断：'],
    ['zh', '  EUR：期初 19,807.90 ＋ 本期账单 10,830.70 － 本期收款 13,040.60 ＝ 期末 17,598.00'],
    ['zh', '最后催款函'],
  ])('in %s says: %s', (language, sentence) => {
    expect(played[language]?.stdout).toContain(sentence)
    expect(played[language]?.exit).toBe(0)
    expect(played[language]?.stderr).toBe('')
  })

  test('leaves the same book in both languages, which proves sound', async () => {
    const files = (language: string) => readdirSync(join(place, `played-${language}`), { recursive: true }).sort()
    expect(files('zh')).toEqual(files('en'))
    expect(existsSync(join(place, 'played-en/bills/2026/INV-2026-0211.yaml'))).toBe(true)
    expect(await crm(['check'], join(place, 'played-en'))).toEqual({ exit: 0, stdout: '', stderr: '' })
  })

  test('never plays in a folder that has something in it', async () => {
    const again = await crm(['demo', '--dir', 'played-en'])
    expect(again.exit).toBe(2)
    expect(again.stderr).toContain('played-en is there already and not empty')
  })
})
