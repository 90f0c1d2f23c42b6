import { beforeEach, expect, it } from 'vitest'
import { openTabDraft } from './tab-draft.ts'

const key = 'mozhou.draft.test'

beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
})

/** What a tab does, with its own storage; the device's is shared. */
function openTab() {
  let own: string | null = null
  sessionStorage.removeItem(key)
  const draft = openTabDraft(key)
  const inTab = <Result,>(work: () => Result): Result => {
    if (own === null) sessionStorage.removeItem(key)
    else sessionStorage.setItem(key, own)
    const result = work()
    own = sessionStorage.getItem(key)
    return result
  }
  return {
    read: () => inTab(draft.read),
    write: (text: string) => inTab(() => draft.write(text)),
    forget: () => inTab(draft.forget),
    claim: () => inTab(draft.claim),
    /** The page anew, in the same tab. */
    readAnew: () => inTab(() => openTabDraft(key).read()),
    forgetAnew: () => inTab(() => openTabDraft(key).forget()),
  }
}

it('is found by the next tab', () => {
  expect(openTab().read()).toBeNull()
  const first = openTab()
  first.read()
  expect([first.write('一'), first.write('一二')]).toEqual([true, true])
  expect(openTab().read()).toBe('一二')
})

it('does not take the place of what another tab typed meanwhile, and is not lost by a reload', () => {
  const [first, second] = [openTab(), openTab()]
  expect([first.read(), second.read()]).toEqual([null, null])
  expect(first.write('第一个标签页')).toBe(true)
  expect(second.write('第二个标签页')).toBe(false)
  expect(first.write('第一个标签页，接着写')).toBe(true)
  expect([first.readAnew(), second.readAnew()]).toEqual(['第一个标签页，接着写', '第二个标签页'])
  expect(openTab().read()).toBe('第一个标签页，接着写')
})

it('begun from one draft, two tabs part where the first goes on', () => {
  openTab().write('共同的')
  const [first, second] = [openTab(), openTab()]
  expect([first.read(), second.read()]).toEqual(['共同的', '共同的'])
  expect([first.write('共同的甲'), second.write('共同的乙')]).toEqual([true, false])
  expect(localStorage.getItem(key)).toBe('共同的甲')
})

it('forgets what is its own alone', () => {
  const [first, second] = [openTab(), openTab()]
  first.write('甲')
  second.write('乙')
  second.forget()
  expect([second.readAnew(), localStorage.getItem(key)]).toEqual(['甲', '甲'])
  first.forget()
  expect(localStorage.getItem(key)).toBeNull()
  expect(second.write('乙又来')).toBe(true)
})

it('forgets after a reload what it wrote before', () => {
  const tab = openTab()
  tab.write('甲')
  tab.forgetAnew()
  expect(localStorage.getItem(key)).toBeNull()
})

it('takes the other’s place once it is told to', () => {
  const [first, second] = [openTab(), openTab()]
  first.write('甲')
  expect(second.write('乙')).toBe(false)
  second.claim()
  expect(second.write('乙')).toBe(true)
  expect(first.write('甲又来')).toBe(false)
})
