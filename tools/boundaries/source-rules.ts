import { isTest } from './import-table.ts'
import { withoutComments } from './read-imports.ts'
import type { SourceFile, Violation } from './source-file.ts'

const ledgerWriters = [
  'packages/domain/src/credits/post-entry.ts',
  'packages/domain/src/credits/reverse-entry.ts',
  // Recognises these statements by their text, and sends none.
  'packages/db/src/statement-names.ts',
]
const ledgerWrite =
  /\b(?:post_entry|reverse_entry)\s*\(|\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE)\s+"?credit_entries\b|\.creditEntry\.(?:create|update|upsert|delete)/i

/** Only two files write ledger rows; every other one calls them. Tests may tamper, to see that it is noticed. */
export function checkLedgerWriters(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => !ledgerWriters.includes(path) && !isTest(path))
    .filter(({ text }) => ledgerWrite.test(withoutComments(text)))
    .map(({ path }) => ({ rule: 'ledger-writer', path, detail: 'writes ledger entries' }))
}

/** The environment is read and judged in one place per process. */
export function checkEnvironment(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => !/(?:^|\/)env\.ts$/.test(path))
    .filter(({ text }) =>
      /\bprocess\s*\.\s*env\b|\bimport\.meta\.env\.(?!DEV\b|PROD\b|MODE\b)/.test(withoutComments(text)),
    )
    .map(({ path }) => ({ rule: 'environment', path, detail: 'reads the environment outside env.ts' }))
}

const sharedSettings = 'packages/domain/src/environment.ts'
const settingName = /^ {2}([A-Z][A-Z\d_]+):/gm

/** What several processes read is declared once, so that its bounds cannot differ from one to the other. */
export function checkSettings(files: readonly SourceFile[]): Violation[] {
  const declaring = files
    .filter(({ path }) => path === sharedSettings || /^apps\/(?:api|worker)\/src\/env\.ts$/.test(path))
    .flatMap(({ path, text }) => settingsIn(text).map((name) => ({ path, name })))
  return declaring
    .filter(
      ({ path, name }) =>
        path !== sharedSettings && declaring.some((other) => other.name === name && other.path !== path),
    )
    .map(({ path, name }) => ({
      rule: 'setting',
      path,
      detail: `${name} is declared elsewhere too: ${sharedSettings}`,
    }))
}

const settingsIn = (text: string) => [...withoutComments(text).matchAll(settingName)].map(([, name = '']) => name)

const genericWorkspaces = ['domain', 'workflows', 'api', 'worker', 'web', 'ui', 'admin']
const vendorName =
  /openai|anthropic|\bclaude\b|baidu|qianfan|\bernie\b|zhipu|bigmodel|\bglm\b|qwen|dashscope|\bgpt\b|文心|智谱|通义/i
/** Data that is keyed by vendor: complete by type, so that a new vendor is one more line. */
const vendorData = [
  'packages/domain/src/models/model-rules.ts',
  'packages/ui/src/i18n/zh.ts',
  'packages/ui/src/i18n/en.ts',
]

const adapterFile = /^packages\/integrations\/src\/ai\/vendors\/([a-z]+)\.ts$/

/** Generic code treats all vendors alike; tests name whom they like. An adapter's file name is a vendor's name too. */
export function checkVendorNames(files: readonly SourceFile[]): Violation[] {
  const adapters = files.filter(({ path }) => adapterFile.test(path)).map(({ path }) => path.replace(adapterFile, '$1'))
  const anyName = new RegExp([vendorName.source, ...adapters].join('|'), 'i')
  return files
    .filter(
      ({ workspace, path }) => genericWorkspaces.includes(workspace) && !isTest(path) && !vendorData.includes(path),
    )
    .flatMap(({ path, text }) => {
      const match = anyName.exec(withoutComments(text))
      return match ? [{ rule: 'vendor-name', path, detail: match[0] }] : []
    })
}

const sandboxSources = 'apps/sandbox/src/'
const plugFile = /^apps\/sandbox\/src\/[^/]+\/([^/]+)\/plug\.ts$/

/** A vendor of the sandbox lives in the folder of its plug and in the rack; what lies around it serves them all. */
export function checkSandboxVendors(files: readonly SourceFile[]): Violation[] {
  const plugs = files.filter(({ path }) => plugFile.test(path))
  const names = plugs.map(({ path }) => path.replace(plugFile, '$1'))
  const folders = plugs.map(({ path }) => path.replace(/plug\.ts$/, ''))
  const anyName = new RegExp([vendorName.source, ...names].join('|'), 'i')
  return files
    .filter(({ path }) => path.startsWith(sandboxSources) && path !== `${sandboxSources}plugs.ts` && !isTest(path))
    .filter(({ path }) => !folders.some((folder) => path.startsWith(folder)))
    .flatMap(({ path, text }) => {
      const match = anyName.exec(withoutComments(text))
      return match ? [{ rule: 'sandbox-vendor', path, detail: match[0] }] : []
    })
}

/** The one bundle entry, and the table of contents of the API. */
const indexFiles = ['packages/workflows/src/index.ts', 'apps/api/src/routers/index.ts']

/** A barrel hides where a thing lives and drags in what nobody asked for. */
export function checkBarrels(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ path }) => !indexFiles.includes(path))
    .filter(({ path, text }) => /\/index\.tsx?$/.test(path) || isOnlyReexports(text))
    .map(({ path }) => ({ rule: 'barrel', path, detail: 'import the file itself' }))
}

function isOnlyReexports(text: string): boolean {
  const code = withoutComments(text)
  const rest = code.replace(/^export\s[^;'"]*?\bfrom\s*(['"])[^'"]+\1;?/gm, '')
  return rest.trim() === '' && (code.match(/^export\b/gm)?.length ?? 0) > 1
}

const emptyNames = /^(?:lib|utils?|types?|shared|common|helpers?|misc|stuff)$|[-.](?:utils?|helpers?)$/

/** Names that say nothing about what is inside attract everything. */
export function checkNames(files: readonly SourceFile[]): Violation[] {
  return files.flatMap(({ path }) => {
    const parts = path.split('/').slice(2)
    const bad = parts.map((part) => part.replace(/(?:\.test)?\.tsx?$/, '')).find((part) => emptyNames.test(part))
    return bad === undefined ? [] : [{ rule: 'empty-name', path, detail: bad }]
  })
}

/** Builds the bundle, and is not in it. */
const bundler = 'packages/workflows/src/build-bundle.ts'

/** What workflows are made of runs without Node, whether or not the bundle reaches it today. */
export function checkWorkflowSources(files: readonly SourceFile[]): Violation[] {
  return files
    .filter(({ workspace, path }) => workspace === 'workflows' && !isTest(path) && path !== bundler)
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ specifier }) => specifier.startsWith('node:'))
        .map(({ specifier }) => ({ rule: 'workflow-source', path, detail: specifier })),
    )
}

const frame = /^packages\/(?:domain\/src\/(?:generations|credits)|workflows\/src)\//
const kindLists = /^packages\/contracts\/src\/(?:creations|models)\/kinds\.ts$/
/** Named by what is to come, so that the rule does not wait for it; what the contract lists joins them. */
const usualKinds = ['writing', 'image', 'video', 'ppt', 'text', 'speech', 'transcription']
const kindRooms = /\bcreateTextModel\b|\bmodels\.(?:text|image|speech)\b|\/(?:writing|editing|images|videos|decks)\//

/** What is true of any charged run knows kinds and their models only as fulfilments. */
export function checkFrame(files: readonly SourceFile[]): Violation[] {
  const listed = files.filter(({ path }) => kindLists.test(path)).flatMap(({ text }) => kindsIn(text))
  const quoted = `(['"\`])(?:${[...usualKinds, ...listed].join('|')})\\1`
  const kindName = new RegExp(`${quoted}|${kindRooms.source}`)
  return files
    .filter(({ path }) => frame.test(path) && !isTest(path))
    .flatMap(({ path, text }) => {
      const match = kindName.exec(withoutComments(text))
      return match ? [{ rule: 'frame', path, detail: match[0] }] : []
    })
}

/** The values of `creationKinds` and of `capabilities`, in the file that lists them. */
function kindsIn(text: string): string[] {
  const lists = text.matchAll(/export const (?:creationKinds|capabilities) = \[([^\]]*)\]/g)
  return [...lists].flatMap(([, values = '']) => [...values.matchAll(/'([^']+)'/g)].map(([, value = '']) => value))
}
