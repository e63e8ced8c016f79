// One key instead of a line: a screen is shown and the first letter or digit typed is the answer.
import { createPrompt, useKeypress } from '@inquirer/core'

const prompt = createPrompt<string, { readonly screen: string }>(({ screen }, done) => {
  useKeypress((key) => {
    if (!key.ctrl && key.name !== undefined && /^[a-z0-9]$/i.test(key.name)) done(key.name.toLowerCase())
  })
  return screen
})

/** On standard error, as all talk is; Ctrl-C cancels as at any question. */
export function askKey(screen: string): Promise<string> {
  return prompt({ screen }, { output: process.stderr, clearPromptOnDone: true })
}
