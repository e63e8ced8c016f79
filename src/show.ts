// From an outcome to standard output, standard error, or a file.
import type { Problem } from './core/base/problem.ts'
import type { Language } from './core/book/customer.ts'
import { noOutput, type Output } from './core/book/paper.ts'
import { verbPosition } from './line.ts'
import type { Format } from './options.ts'
import { diffText } from './render/diff.ts'
import { type RenderOptions, renderOutput, renderPieces } from './render/output.ts'
import { renderProblem } from './render/problem.ts'
import type { Outcome } from './run.ts'
import { catalogueOf } from './text/load.ts'
import { version } from './version.ts'
import { writeAnswer, writeAnswerFolder } from './world/answer.ts'
import type { World } from './world/world.ts'

export interface View {
  readonly format: Format
  readonly language: Language
  readonly colour: boolean
  readonly quiet: boolean
  readonly forExcel: boolean
  /** Where the answer goes instead of standard output. */
  readonly file?: string | undefined
}

export async function showOutcome(outcome: Outcome, view: View, world: World): Promise<void> {
  const catalogue = await catalogueOf(view.language)
  const toTerminal = view.file === undefined && world.terminal.width > 0
  const page = {
    format: view.format,
    language: view.language,
    catalogue,
    colour: view.colour && view.file === undefined,
    width: toTerminal ? world.terminal.width : Number.POSITIVE_INFINITY,
    forExcel: view.forExcel,
  }
  const failed = outcome.exit === 2 || outcome.exit === 4
  const shown = failed ? noOutput : outcome.output
  const { problems, plan, edits } = outcome
  const pieces =
    view.format === 'json'
      ? renderPieces(shown, { ...page, problems, ...(plan === undefined ? {} : { plan }) })
      : [...renderPieces(shown, page), ...(edits === undefined ? [] : [diffText(edits, catalogue, page.colour)])]
  if (view.file !== undefined && !failed && isBundle(view.file)) await writeBundle(view.file, shown, page, world)
  else if (view.file !== undefined && !failed) writeAnswer(world.files, world.folder, view.file, [...pieces].join(''))
  else for (const piece of pieces) world.terminal.write(piece)
  if (view.format !== 'json') sayProblems(outcome.problems, view, world, catalogue)
}

/** `-o NAME.zip` and `-o NAME/`: every part of the answer as a file of its own. */
function isBundle(file: string): boolean {
  return /\.zip$|[/\\]$/i.test(file)
}

async function writeBundle(file: string, output: Output, page: RenderOptions, world: World): Promise<void> {
  const { bundleFiles } = await import('./render/bundle.ts')
  const said = page.format === 'json' ? [{ name: 'answer.json', text: renderOutput(output, page) }] : []
  const files = [...bundleFiles(output, page), ...said]
  if (!/\.zip$/i.test(file)) return writeAnswerFolder(world.files, world.folder, file, files)
  const { zipArchive } = await import('./formats/archive.ts')
  writeAnswer(world.files, world.folder, file, zipArchive(files))
}

function sayProblems(
  problems: readonly Problem[],
  view: View,
  world: World,
  catalogue: Awaited<ReturnType<typeof catalogueOf>>,
): void {
  for (const p of problems) {
    if (view.quiet && p.severity === 'note') continue
    world.terminal.say(renderProblem(p, { catalogue, colour: view.colour }))
  }
}

/** What a plan would show, for the question before it is applied. */
export async function previewText(output: Output, language: Language, colour: boolean, width: number): Promise<string> {
  return renderOutput(output, {
    format: 'table',
    language,
    catalogue: await catalogueOf(language),
    colour,
    width: width > 0 ? width : 80,
  })
}

/** An unexpected failure looks different from every error of the user's. Exit 3. */
export async function showBug(
  error: unknown,
  argv: readonly string[],
  world: World,
  language: Language,
): Promise<number> {
  const { frame } = await catalogueOf(language)
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const home = world.environment.HOME
  const scrubbed = [world.folder, home].reduce<string>(
    (text, path) => (path === undefined || path === '' ? text : text.replaceAll(path, '~')),
    stack,
  )
  world.terminal.say(
    `${frame.bug}\n\ncrm ${version} (${world.platform})\nverb: ${argv[verbPosition(argv)] ?? ''}\n${scrubbed}\n`,
  )
  return 3
}
