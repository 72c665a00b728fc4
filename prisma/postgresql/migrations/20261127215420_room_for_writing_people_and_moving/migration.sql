-- CreateEnum
CREATE TYPE "RevisionKind" AS ENUM ('saved', 'published', 'restored', 'imported');

-- CreateEnum
CREATE TYPE "RemoteState" AS ENUM ('waiting', 'fetched', 'gone', 'refused');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('waiting', 'running', 'done', 'cancelled', 'failed');

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "importHash" TEXT;

-- AlterTable
ALTER TABLE "Post" ADD COLUMN     "doa" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "importHash" TEXT,
ADD COLUMN     "importRevision" INTEGER,
ADD COLUMN     "lagu" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "pertanyaan" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "kind" "RevisionKind" NOT NULL DEFAULT 'saved',
ADD COLUMN     "saveKey" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "externalId" TEXT,
ADD COLUMN     "totpConfirmedAt" TIMESTAMP(3),
ADD COLUMN     "totpSecret" TEXT,
ADD COLUMN     "totpStep" INTEGER;

-- CreateTable
CREATE TABLE "Passkey" (
    "id" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "publicKey" TEXT NOT NULL,
    "counter" INTEGER NOT NULL DEFAULT 0,
    "transports" TEXT NOT NULL DEFAULT '[]',
    "name" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMP(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" SERIAL NOT NULL,
    "userId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "usedAt" TIMESTAMP(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" SERIAL NOT NULL,
    "userId" INTEGER,
    "action" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostAuthor" (
    "postId" INTEGER NOT NULL,
    "userId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PostAuthor_pkey" PRIMARY KEY ("postId","userId")
);

-- CreateTable
CREATE TABLE "ReviewNote" (
    "id" SERIAL NOT NULL,
    "postId" INTEGER NOT NULL,
    "userId" INTEGER,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReviewNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PreviewLink" (
    "id" SERIAL NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "postId" INTEGER NOT NULL,
    "userId" INTEGER,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "revokedAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PreviewLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recording" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "filename" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "duration" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "uploaderId" INTEGER,

    CONSTRAINT "Recording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostRecording" (
    "postId" INTEGER NOT NULL,
    "recordingId" INTEGER NOT NULL,

    CONSTRAINT "PostRecording_pkey" PRIMARY KEY ("postId","recordingId")
);

-- CreateTable
CREATE TABLE "RemotePicture" (
    "id" SERIAL NOT NULL,
    "url" TEXT NOT NULL,
    "state" "RemoteState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMP(3),
    "error" TEXT,
    "width" INTEGER,
    "height" INTEGER,
    "mediaId" INTEGER,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RemotePicture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PostRemotePicture" (
    "postId" INTEGER NOT NULL,
    "remoteId" INTEGER NOT NULL,

    CONSTRAINT "PostRemotePicture_pkey" PRIMARY KEY ("postId","remoteId")
);

-- CreateTable
CREATE TABLE "ImportRun" (
    "id" SERIAL NOT NULL,
    "filename" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL DEFAULT '',
    "form" TEXT NOT NULL DEFAULT '',
    "isDryRun" BOOLEAN NOT NULL DEFAULT false,
    "state" "ImportState" NOT NULL DEFAULT 'waiting',
    "readKiB" INTEGER NOT NULL DEFAULT 0,
    "sizeKiB" INTEGER NOT NULL DEFAULT 0,
    "report" TEXT NOT NULL DEFAULT '{}',
    "error" TEXT,
    "userId" INTEGER,
    "aliveAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "ImportRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_userId_hash_key" ON "RecoveryCode"("userId", "hash");

-- CreateIndex
CREATE INDEX "Activity_createdAt_id_idx" ON "Activity"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Activity_subject_createdAt_idx" ON "Activity"("subject", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Activity_userId_idx" ON "Activity"("userId");

-- CreateIndex
CREATE INDEX "PostAuthor_userId_idx" ON "PostAuthor"("userId");

-- CreateIndex
CREATE INDEX "ReviewNote_postId_createdAt_idx" ON "ReviewNote"("postId", "createdAt");

-- CreateIndex
CREATE INDEX "ReviewNote_userId_idx" ON "ReviewNote"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "PreviewLink_tokenHash_key" ON "PreviewLink"("tokenHash");

-- CreateIndex
CREATE INDEX "PreviewLink_postId_idx" ON "PreviewLink"("postId");

-- CreateIndex
CREATE INDEX "PreviewLink_userId_idx" ON "PreviewLink"("userId");

-- CreateIndex
CREATE INDEX "PreviewLink_expiresAt_idx" ON "PreviewLink"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "Recording_hash_key" ON "Recording"("hash");

-- CreateIndex
CREATE INDEX "Recording_uploaderId_idx" ON "Recording"("uploaderId");

-- CreateIndex
CREATE INDEX "Recording_createdAt_idx" ON "Recording"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "PostRecording_recordingId_idx" ON "PostRecording"("recordingId");

-- CreateIndex
CREATE UNIQUE INDEX "RemotePicture_url_key" ON "RemotePicture"("url");

-- CreateIndex
CREATE INDEX "RemotePicture_state_dueAt_idx" ON "RemotePicture"("state", "dueAt");

-- CreateIndex
CREATE INDEX "RemotePicture_mediaId_idx" ON "RemotePicture"("mediaId");

-- CreateIndex
CREATE INDEX "PostRemotePicture_remoteId_idx" ON "PostRemotePicture"("remoteId");

-- CreateIndex
CREATE INDEX "ImportRun_state_idx" ON "ImportRun"("state");

-- CreateIndex
CREATE INDEX "ImportRun_createdAt_idx" ON "ImportRun"("createdAt" DESC);

-- CreateIndex
CREATE INDEX "ImportRun_userId_idx" ON "ImportRun"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_saveKey_key" ON "Revision"("saveKey");

-- CreateIndex
CREATE UNIQUE INDEX "User_externalId_key" ON "User"("externalId");

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostAuthor" ADD CONSTRAINT "PostAuthor_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostAuthor" ADD CONSTRAINT "PostAuthor_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewNote" ADD CONSTRAINT "ReviewNote_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewNote" ADD CONSTRAINT "ReviewNote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_uploaderId_fkey" FOREIGN KEY ("uploaderId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRecording" ADD CONSTRAINT "PostRecording_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRecording" ADD CONSTRAINT "PostRecording_recordingId_fkey" FOREIGN KEY ("recordingId") REFERENCES "Recording"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemotePicture" ADD CONSTRAINT "RemotePicture_mediaId_fkey" FOREIGN KEY ("mediaId") REFERENCES "Media"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRemotePicture" ADD CONSTRAINT "PostRemotePicture_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PostRemotePicture" ADD CONSTRAINT "PostRemotePicture_remoteId_fkey" FOREIGN KEY ("remoteId") REFERENCES "RemotePicture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What the models cannot say
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_counter_positive" CHECK ("counter" >= 0);
ALTER TABLE "ReviewNote" ADD CONSTRAINT "ReviewNote_body_filled" CHECK (length("body") > 0);
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_size_positive" CHECK ("bytes" > 0);
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_hash_form" CHECK (length("hash") = 64);
ALTER TABLE "RemotePicture" ADD CONSTRAINT "RemotePicture_attempts_positive" CHECK ("attempts" >= 0);
ALTER TABLE "ImportRun" ADD CONSTRAINT "ImportRun_progress_positive" CHECK ("readKiB" >= 0 AND "sizeKiB" >= 0);
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_action_filled" CHECK (length("action") > 0 AND length("subject") > 0);
