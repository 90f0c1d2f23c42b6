// Works the control page: sends forms as JSON and refreshes the two lists. No framework, no inline script.
const element = (id) => document.getElementById(id)
const message = element('message')

async function call(method, path, body) {
  const response = await fetch(`/__sandbox${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  if (response.ok) return response
  const { error } = await response.json()
  throw new Error(error)
}

let shown = ''

async function refresh() {
  const response = await fetch('/__sandbox/parts')
  const text = await response.text()
  // Redrawing unchanged rows would close the details somebody is reading.
  if (text === shown) return
  shown = text
  const parts = JSON.parse(text)
  element('behaviors').innerHTML = parts.behaviors
  element('requests').innerHTML = parts.requests
}

async function act(work, done) {
  try {
    await work()
    message.textContent = done
    message.className = ''
    await refresh()
  } catch (cause) {
    message.textContent = `没有成功：${cause.message}`
    message.className = 'bad'
  }
}

element('fault-form').addEventListener('submit', (event) => {
  event.preventDefault()
  const form = new FormData(event.target)
  const behavior = { fault: form.get('fault') }
  for (const name of ['vendor', 'model', 'arg']) if (form.get(name)) behavior[name] = form.get(name)
  behavior.times = form.get('always') ? null : Number(form.get('times'))
  void act(() => call('POST', '/behavior', behavior), '已加入队列。')
})

element('settings-form').addEventListener('submit', (event) => {
  event.preventDefault()
  const form = new FormData(event.target)
  const settings = {
    firstByteMs: Number(form.get('firstByteMs')),
    chunkDelayMs: Number(form.get('chunkDelayMs')),
    slowFirstByteMs: Number(form.get('slowFirstByteMs')),
    slowTokensMs: Number(form.get('slowTokensMs')),
    retryAfterMs: Number(form.get('retryAfterMs')),
    taskMs: Number(form.get('taskMs')),
    deterministic: form.get('deterministic') !== null,
  }
  void act(() => call('POST', '/settings', settings), '速度已保存。')
})

for (const form of document.querySelectorAll('.credentials')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const credentials = { vendor: form.dataset.vendor, ...Object.fromEntries(new FormData(form)) }
    void act(() => call('POST', '/credentials', credentials), '已登记。')
  })
}

element('clear-behaviors').addEventListener('click', () => void act(() => call('DELETE', '/behavior'), '队列已清空。'))
element('clear-requests').addEventListener('click', () => void act(() => call('DELETE', '/requests'), '记录已清空。'))
element('reset').addEventListener('click', () => {
  void act(() => call('POST', '/reset', {}), '已恢复初始。').then(() => location.reload())
})
element('behaviors').addEventListener('click', (event) => {
  const id = event.target.dataset.remove
  if (id) void act(() => call('DELETE', `/behavior/${id}`), '已移除。')
})

setInterval(() => {
  // The next round tries again; a sandbox that is being restarted needs no alarm.
  if (!document.hidden && !document.querySelector('#requests details[open]')) refresh().catch(() => undefined)
}, 2000)
