import { create } from 'zustand'

/** A file that was dropped and is news for the knowledge; nothing of it is applied before the analyst says so. */
export interface KnowledgeDropState {
  readonly file: DroppedKnowledge | undefined
  readonly offer: (file: DroppedKnowledge) => void
  readonly clear: () => void
}

export interface DroppedKnowledge {
  readonly name: string
  readonly open: () => Promise<Blob>
}

export const useKnowledgeDrop = create<KnowledgeDropState>()((set) => ({
  file: undefined,
  offer: (file) => set({ file }),
  clear: () => set({ file: undefined }),
}))
