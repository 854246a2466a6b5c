import type { RequestName, Requests } from '@core/contracts/bridge'
import { z } from 'zod/mini'

/** 64 MiB: far above the largest brief, far below what would starve the process. */
const documentText = z.string().check(z.maxLength(64 * 1024 * 1024))
const fileBytes = z
  .instanceof(Uint8Array)
  .check(z.refine(({ byteLength }) => byteLength <= 512 * 1024 * 1024))
/** A bare file name: no folders, no control characters. */
const fileName = z.string().check(z.regex(/^[^/\\:*?"<>|\u0000-\u001f]{1,200}$/))

/** 2 GiB less one: what one message can carry. */
const backupBytes = z.instanceof(Uint8Array).check(z.refine((bytes) => bytes.byteLength < 2 ** 31))
const backupName = fileName.check(z.endsWith('.gnomon'))

/** Every input that the renderer sends is parsed by the schema of its request's name; a missing one fails the build. */
export const requestSchemas: { readonly [N in RequestName]: z.ZodMiniType<Requests[N]['input']> } =
  {
    saveText: z.object({ suggestedName: fileName, text: documentText }),
    saveBytes: z.object({ suggestedName: fileName, bytes: fileBytes }),
    saveBriefAsPdf: z.object({ suggestedName: fileName, html: documentText }),
    listBackups: z.null(),
    writeBackup: z.object({ name: backupName, bytes: backupBytes }),
    readBackup: z.object({ name: backupName }),
    removeBackup: z.object({ name: backupName }),
    takeOpenedFiles: z.null(),
    networkReport: z.null(),
  }
