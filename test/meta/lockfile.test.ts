// `npm ci` refuses a lock file that leaves out a package some locked package may need on another platform.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

type Locked = {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

const read = (name: string): Locked & { packages?: Record<string, Locked> } =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))

test('the lock file asks for the versions of package.json', () => {
  const { dependencies, devDependencies } = read('package.json')
  const root = read('package-lock.json').packages?.['']
  expect({ ...root?.dependencies, ...root?.devDependencies }).toEqual({ ...dependencies, ...devDependencies })
})

test('the lock file holds every package that a locked package may need, on every platform', () => {
  const packages = read('package-lock.json').packages ?? {}
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
    ),
  )
  expect(missing).toEqual([])
})
