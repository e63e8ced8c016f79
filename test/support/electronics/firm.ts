// The trader itself: settings, people, catalogue, exchange rates. Everything is invented.
import { currency } from '../../../src/core/base/currency.ts'
import { day } from '../../../src/core/base/day.ts'
import type { Item, Rate, StaffMember } from '../../../src/core/book/catalog.ts'

export const settingsText = `\
# yaml-language-server: $schema=schemas/settings.json
# An invented trader in electronic parts, for examples, tests and \`crm demo\`.
book: 1
company:
  name: Lighthouse Parts 灯塔电子商行
  address: 青萝市灯塔路 1 号 / 1 Lighthouse Road, Qingluo
  email: accounts@lighthouse-parts.example
currency: CNY
locale: zh-CN
timezone: Asia/Shanghai

# Prices are without tax; 13 % at home, nothing on exports.
tax:
  mode: net
  rounding: group
  default: standard
  rates: { standard: 13, services: 6, zero: 0 }

numbering:
  bill: INV-{yyyy}-{nnnn}
  credit: CN-{yyyy}-{nnnn}
  fee: FEE-{yyyy}-{nnnn}

# Where a customer has no terms of his own.
terms: net 30

classes:
  # Sales of the last twelve months, in yuan.
  tiers:
    - { name: high, atLeast: 150000 }
    - { name: middle, atLeast: 30000 }
    - { name: low, atLeast: 0 }
  abc: { a: 0.8, b: 0.95 }
  rfmBins: 5

chase:
  ladder:
    - { name: friendly, after: 3, channel: email }
    - { name: firm, after: 15, channel: email }
    - { name: final, after: 30, channel: post }
  every: 7
  minimum: 100

visits:
  - { grade: A, everyMonths: 1, channel: meeting }
  - { grade: B, everyMonths: 3, channel: phone }
  - { grade: C, everyMonths: 6, channel: email }

aging: [30, 60, 90]
`

export const staff: readonly StaffMember[] = [
  { id: 'qiaomei', name: '乔梅', department: 'Sales', email: 'qiaomei@lighthouse-parts.example' },
  { id: 'tomas', name: 'Tomas Brandt', department: 'Export', email: 'tomas@lighthouse-parts.example' },
  { id: 'heyun', name: '何云', department: 'Accounts', email: 'heyun@lighthouse-parts.example' },
  { id: 'lusheng', name: '陆声', department: 'Service', email: 'lusheng@lighthouse-parts.example' },
]

/** An item with its list prices in the three currencies the firm sells in. */
export interface PricedItem extends Item {
  readonly list: Readonly<Record<'CNY' | 'USD' | 'EUR', string>>
}

function item(id: string, name: string, unit: string, category: string, prices: readonly [string, string, string]) {
  const [cny, usd, eur] = prices
  return { id, name, unit, price: cny, category, codes: {}, list: { CNY: cny, USD: usd, EUR: eur } }
}

export const items: readonly PricedItem[] = [
  item('cable-usbc', 'USB-C cable 1 m / USB-C 数据线 1 米', 'pcs', 'cables', ['12.80', '1.95', '1.80']),
  item('cable-hdmi', 'HDMI cable 2 m / HDMI 线 2 米', 'pcs', 'cables', ['26.50', '3.90', '3.60']),
  item('hub-7', 'USB hub, 7 ports / USB 集线器 7 口', 'pcs', 'peripherals', ['89.00', '13.20', '12.10']),
  item('adapter-65', 'Power adapter 65 W / 电源适配器 65 W', 'pcs', 'power', ['78.00', '11.60', '10.70']),
  item('battery-10', 'Battery pack 10 Ah / 电池组 10 Ah', 'pcs', 'power', ['135.00', '19.90', '18.40']),
  item('led-panel', 'LED panel 60 × 60 / LED 面板灯', 'pcs', 'light', ['118.00', '17.50', '16.10']),
  item('sensor-t', 'Temperature sensor / 温度传感器', 'pcs', 'sensors', ['45.60', '6.70', '6.20']),
  item('sensor-p', 'Pressure sensor / 压力传感器', 'pcs', 'sensors', ['162.00', '23.90', '22.00']),
  item('board-ctl', 'Controller board / 控制板', 'pcs', 'boards', ['248.00', '36.50', '33.70']),
  item('display-7', 'Touch display 7" / 触摸屏 7 英寸', 'pcs', 'boards', ['315.00', '46.40', '42.80']),
  item('router-ax', 'Router AX / 无线路由器 AX', 'pcs', 'network', ['269.00', '39.70', '36.50']),
  item('connector', 'Connectors, box of 100 / 接插件（百只装）', 'box', 'parts', ['56.00', '8.30', '7.60']),
  {
    ...item('calibration', 'Calibration, one device / 仪器校准（每台）', 'job', 'services', [
      '350.00',
      '52.00',
      '48.00',
    ]),
    tax: 'services',
  },
]

function rate(date: string, from: string, value: string): Rate {
  return { date: day(date), from: currency(from), to: currency('CNY'), rate: value }
}

/** Invented, of the right size; in force from their day. */
export const rates: readonly Rate[] = [
  rate('2026-05-01', 'EUR', '7.91'),
  rate('2026-05-01', 'USD', '6.98'),
  rate('2026-06-01', 'EUR', '7.95'),
  rate('2026-06-01', 'USD', '6.96'),
  rate('2026-07-01', 'EUR', '7.93'),
  rate('2026-07-01', 'USD', '6.99'),
  rate('2026-08-01', 'EUR', '7.98'),
  rate('2026-08-01', 'USD', '7.01'),
  rate('2026-09-01', 'EUR', '8.02'),
  rate('2026-09-01', 'USD', '7.03'),
  rate('2026-10-01', 'EUR', '8.00'),
  rate('2026-10-01', 'USD', '7.02'),
]
