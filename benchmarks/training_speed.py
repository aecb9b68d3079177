#!/usr/bin/python3
"""One training step (forward, L1, backward, Adam) of our Attention U-Net in PyTorch for Python, to compare with
TrainingCost among the tests of `training`. Arguments as there: threads, batch, side, start filters, patch, steps.

On Debian: apt-get install python3-torch. Prints medians of the processor time and of the time on the wall."""
import statistics
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn


class Down(nn.Module):
    def __init__(self, inside, outside):
        super().__init__()
        self.conv1 = nn.Conv2d(inside, outside, 3, padding=1)
        self.conv2 = nn.Conv2d(outside, outside, 3, padding=1)
        self.norm0 = nn.BatchNorm2d(outside)
        self.norm1 = nn.BatchNorm2d(outside)

    def forward(self, x):
        x = F.relu_(self.norm0(self.conv1(x)))
        return F.relu_(self.norm1(self.conv2(x)))


class Attention(nn.Module):
    def __init__(self, encoder, decoder):
        super().__init__()
        inter = encoder // 2
        self.w = nn.Sequential(nn.Conv2d(encoder, encoder, 1), nn.BatchNorm2d(encoder))
        self.theta = nn.Conv2d(encoder, inter, 2, stride=2)
        self.phi = nn.Conv2d(decoder, inter, 1)
        self.psi = nn.Conv2d(inter, 1, 1)

    def forward(self, encoder, decoder):
        mask = torch.sigmoid(self.psi(F.relu_(self.theta(encoder) + self.phi(decoder))))
        mask = F.interpolate(mask, size=encoder.shape[2:], mode="bilinear", align_corners=False)
        return self.w(encoder * mask)


class Up(nn.Module):
    def __init__(self, inside, outside):
        super().__init__()
        self.upconv = nn.Conv2d(inside, outside, 3, padding=1)
        self.conv1 = nn.Conv2d(2 * outside, outside, 3, padding=1)
        self.conv2 = nn.Conv2d(outside, outside, 3, padding=1)
        self.norm0, self.norm1, self.norm2 = (nn.BatchNorm2d(outside) for _ in range(3))
        self.attention = Attention(outside, inside)

    def forward(self, encoder, decoder):
        up = self.upconv(F.interpolate(decoder, scale_factor=2, mode="bilinear", align_corners=False))
        skip = self.attention(encoder, decoder)
        x = torch.cat((F.relu_(self.norm0(up)), skip), 1)
        x = F.relu_(self.norm1(self.conv1(x)))
        return F.relu_(self.norm2(self.conv2(x)))


class AttentionUNet(nn.Module):
    def __init__(self, filters, patch, blocks=5, channels=2):
        super().__init__()
        self.patch = patch
        self.stem = nn.Conv2d(3, filters, patch, stride=patch) if patch > 1 else None
        widths = [filters * 2**i for i in range(blocks)]
        entering = [filters if patch > 1 else 3] + widths[:-1]
        self.down = nn.ModuleList(Down(i, o) for i, o in zip(entering, widths))
        self.up = nn.ModuleList(Up(widths[i], widths[i - 1]) for i in range(blocks - 1, 0, -1))
        self.last = nn.Conv2d(filters, channels, 1)

    def forward(self, x):
        if self.stem:
            x = self.stem(x)
        skips = []
        for i, block in enumerate(self.down):
            x = block(x)
            if i < len(self.down) - 1:
                skips.append(x)
                x = F.max_pool2d(x, 2)
        for block in self.up:
            x = block(skips.pop(), x)
        x = self.last(x)
        patch = self.patch
        while patch > 1:
            x = F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
            patch //= 2
        return x


def main():
    threads, batch, side, filters, patch, steps = [int(a) for a in sys.argv[1:]] + [1, 16, 128, 24, 2, 8][len(sys.argv) - 1:]
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    network = AttentionUNet(filters, patch).to(memory_format=torch.channels_last)
    adam = torch.optim.Adam(network.parameters(), 1e-3)
    image = torch.rand(batch, 3, side, side).mul(2).sub(1).contiguous(memory_format=torch.channels_last)
    target = torch.rand(batch, 2, side, side)
    busy, wall = [], []
    for i in range(-2, steps):
        began = time.process_time(), time.perf_counter()
        adam.zero_grad()
        F.l1_loss(network(image), target).backward()
        adam.step()
        if i >= 0:
            busy.append(time.process_time() - began[0])
            wall.append(time.perf_counter() - began[1])
    values = sum(p.numel() for p in network.parameters())
    print(f"PyTorch {torch.__version__}: {values} values, {threads} threads, batch {batch} of {side}x{side}, {filters} start "
          f"filters, patch {patch}: {statistics.median(busy):.3f} s of processor, best {min(busy):.3f}; "
          f"{statistics.median(wall):.3f} s on the wall, {batch / statistics.median(wall):.1f} images/s")


main()
