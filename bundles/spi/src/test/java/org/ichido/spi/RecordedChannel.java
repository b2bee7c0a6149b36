package org.ichido.spi;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Records what it writes and forces; knows what a writer of whole files needs. */
final class RecordedChannel extends FileChannel {
  private final RecordedFiles files;
  private final String path;
  private final FileChannel real;

  RecordedChannel(RecordedFiles files, String path, FileChannel real) {
    this.files = files;
    this.path = path;
    this.real = real;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    files.happens("write " + path);
    return real.write(source);
  }

  @Override
  public void force(boolean metaData) throws IOException {
    files.happens("force " + path);
    real.force(metaData);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    real.close();
  }

  @Override
  public int read(ByteBuffer target) {
    throw new AssertionError(path);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) {
    throw new AssertionError(path);
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) {
    throw new AssertionError(path);
  }

  @Override
  public long position() {
    throw new AssertionError(path);
  }

  @Override
  public FileChannel position(long position) {
    throw new AssertionError(path);
  }

  @Override
  public long size() {
    throw new AssertionError(path);
  }

  @Override
  public FileChannel truncate(long size) {
    throw new AssertionError(path);
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) {
    throw new AssertionError(path);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw new AssertionError(path);
  }

  @Override
  public int read(ByteBuffer target, long position) {
    throw new AssertionError(path);
  }

  @Override
  public int write(ByteBuffer source, long position) {
    throw new AssertionError(path);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw new AssertionError(path);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw new AssertionError(path);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw new AssertionError(path);
  }
}
