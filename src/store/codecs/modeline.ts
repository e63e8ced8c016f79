// The first line of every YAML file that crm creates: tells an editor which schema completes and checks the file.

/**
 * The schemas lie in the book's own `schemas/` folder, and the reference is relative: it works without a network, in every
 * clone, and stays with the book's format version. `depth` is how many folders the file lies below the book's root.
 */
export function modeline(kind: string, depth: number): string {
  return `# yaml-language-server: $schema=${'../'.repeat(depth)}schemas/${kind}.json\n`
}
