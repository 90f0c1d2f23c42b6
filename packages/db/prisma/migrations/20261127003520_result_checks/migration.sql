-- AlterTable
ALTER TABLE "creation_versions" ADD COLUMN     "checks" JSONB NOT NULL DEFAULT '[]';
