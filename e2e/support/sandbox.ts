/** How the next calls are met; see apps/sandbox/README.md. */
export interface Behaviour {
  fault: string | string[]
  vendor?: string
  model?: string
  /** Calls it strikes, 1 by default; null until cleared. */
  times?: number | null
  arg?: number
}

export interface Sandbox {
  /** Gives the number to forget it by. */
  behave(behaviour: Behaviour): Promise<number>
  /** Nothing when it was used up already. */
  forget(id: number): Promise<void>
  clear(): Promise<void>
}

/** The control endpoints of the sandbox at `url`. */
export function createSandbox(url: string): Sandbox {
  const send = async (path: string, method: string, body?: unknown): Promise<Response> => {
    const response = await fetch(`${url}/__sandbox${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok && response.status !== 404)
      throw new Error(`sandbox ${method} ${path}: ${response.status} ${await response.text()}`)
    return response
  }
  return {
    async behave(behaviour) {
      const { id } = (await (await send('/behavior', 'POST', behaviour)).json()) as { id: number }
      return id
    },
    forget: async (id) => void (await send(`/behavior/${id}`, 'DELETE')),
    clear: async () => void (await send('/behavior', 'DELETE')),
  }
}
