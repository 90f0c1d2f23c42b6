export interface PromptMessage {
  role: 'system' | 'user' | 'assistant'
  text: string
}
