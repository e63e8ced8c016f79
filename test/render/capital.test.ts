import { expect, test } from 'vitest'
import { capitalAmount } from '../../src/render/capital.ts'

// The first six are the examples of 支付结算办法, appendix 1 (银发〔1997〕393号); the others follow its rules. Where a zero stands right before or after
// 万 or 元 and the digits go on, the appendix allows 零 and allows to leave it out: it is left out here.
test.each([
  [140950, '人民币壹仟肆佰零玖元伍角整'],
  [600714, '人民币陆仟零柒元壹角肆分'],
  [168032, '人民币壹仟陆佰捌拾元叁角贰分'],
  [10700053, '人民币壹拾万柒仟元伍角叁分'],
  [1640902, '人民币壹万陆仟肆佰零玖元零贰分'],
  [32504, '人民币叁佰贰拾伍元零肆分'],
  [0, '人民币零元整'],
  [5, '人民币伍分'],
  [50, '人民币伍角整'],
  [10_000_00, '人民币壹万元整'],
  [100_000_000_00, '人民币壹亿元整'],
  [100_000_005_00, '人民币壹亿零伍元整'],
  [100_050_000_00, '人民币壹亿零伍万元整'],
  [1_000_000_010_00, '人民币壹拾亿零壹拾元整'],
])('%i fen are %s', (fen, text) => {
  expect(capitalAmount(fen)).toBe(text)
})
