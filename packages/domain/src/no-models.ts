import type { ModelFactories } from '@mozhou/integrations/ai/port'

/** For commands and tests that call no model. @throws Error with this message when one does. */
export function noModels(message: string): ModelFactories {
  const refuse = () => {
    throw new Error(message)
  }
  return { createTextModel: refuse }
}
