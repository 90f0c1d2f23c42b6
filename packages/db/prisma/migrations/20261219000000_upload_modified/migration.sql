-- AlterTable
ALTER TABLE "file_uploads" ADD COLUMN     "modified_at" TIMESTAMPTZ(3);
