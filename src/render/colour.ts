// The few colours of the terminal, only where one was asked for.

const codes = { red: 31, green: 32, yellow: 33, cyan: 36 } as const

export function paint(text: string, colour: keyof typeof codes, on: boolean): string {
  return on && text !== '' ? `\u001b[${codes[colour]}m${text}\u001b[0m` : text
}
