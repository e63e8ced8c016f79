// The version of this program, for `--version` and reports of bugs.
import manifest from '../package.json' with { type: 'json' }

export const version: string = manifest.version
